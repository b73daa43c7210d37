using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>The node whose action is running; it flows with the action's asynchronous context.</summary>
public sealed class RunningNode
{
    private static readonly AsyncLocal<RunningNode?> s_current = new();

    private readonly List<NamedText> _summary = [];

    internal RunningNode() { }

    /// <summary>The node that calls; null outside of actions.</summary>
    public static RunningNode? Current
    {
        get => s_current.Value;
        internal set => s_current.Value = value;
    }

    /// <summary>Target and item, such as <c>Test[roman]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the item; null without <c>ForEach</c>.</summary>
    public string? Item { get; init; }

    /// <summary>Computed right before the node ran; null for a target that declares nothing to compare.</summary>
    public Fingerprint? Fingerprint { get; init; }

    /// <summary>Where the node says what it does.</summary>
    public required IReporter Reporter { get; init; }

    /// <summary>Cancelled when the run is, or the target's time is up.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Adds a pair to the node's line of the summary.</summary>
    public void ReportSummary(string key, string value)
    {
        lock (_summary)
        {
            _summary.Add(new(key, value));
        }
    }

    internal IReadOnlyList<NamedText> Summary()
    {
        lock (_summary)
        {
            return [.. _summary];
        }
    }
}
