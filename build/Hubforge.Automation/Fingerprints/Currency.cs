namespace Hubforge.Automation;

/// <summary>Whether the result of a node is current, and why it is not.</summary>
/// <param name="IsCurrent">Whether the node can be skipped.</param>
/// <param name="Reason">Shown by <c>--plan</c> and in the summary, such as <c>image is gone</c>.</param>
public sealed record Currency(bool IsCurrent, string Reason)
{
    /// <summary>Returns the answer that nothing has to be done.</summary>
    public static Currency Current(string reason = "unchanged") => new(true, reason);

    /// <summary>Returns the answer that the node has to run, with the reason.</summary>
    public static Currency Outdated(string reason) => new(false, reason);
}
