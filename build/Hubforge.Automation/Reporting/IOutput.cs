using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Somewhere that a run's output goes. Called by one thread at a time.</summary>
internal interface IOutput : IDisposable
{
    void Write(OutputLine line);

    /// <summary>A problem with a place in a file, after its line was written.</summary>
    void Report(string? node, Problem problem);

    void Progress(string node, string subject, string state, double? fraction);

    void NodeStarted(NodeRecord node);

    void NodeEnded(NodeRecord node);
}
