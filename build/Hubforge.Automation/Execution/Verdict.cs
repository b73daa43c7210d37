namespace Hubforge.Automation.Execution;

/// <summary>Whether a node will run, and why.</summary>
internal sealed record Verdict(VerdictKind Kind, IReadOnlyList<string> Reasons)
{
    private const int ShownReasons = 3;

    /// <summary>The first reasons in a line.</summary>
    public string Text =>
        Reasons.Count <= ShownReasons
            ? string.Join(", ", Reasons)
            : $"{string.Join(", ", Reasons.Take(ShownReasons))} and {Reasons.Count - ShownReasons} more";

    public static Verdict Run(params IReadOnlyList<string> reasons) =>
        new(VerdictKind.Run, reasons);

    public static Verdict UpToDate(string reason) => new(VerdictKind.UpToDate, [reason]);
}
