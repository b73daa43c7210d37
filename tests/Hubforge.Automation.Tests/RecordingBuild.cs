using System.Collections.Concurrent;

namespace Hubforge.Automation.Tests;

/// <summary>A build that knows which of its targets ran, in order.</summary>
internal abstract class RecordingBuild : HubforgeBuild
{
    private readonly ConcurrentQueue<string> _ran = new();

    public IReadOnlyList<string> Ran => [.. _ran];

    /// <summary>An action that records the node it runs in.</summary>
    protected void Mark() => _ran.Enqueue(RunningNode.Current!.Name);
}
