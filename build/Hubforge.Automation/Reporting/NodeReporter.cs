using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>The reporter of one node, or of the run itself where the name is null.</summary>
internal sealed class NodeReporter(RunLog log, string? node) : IReporter
{
    private readonly List<Problem> _problems = [];

    /// <summary>Warnings and errors reported so far.</summary>
    public IReadOnlyList<Problem> Problems
    {
        get
        {
            lock (_problems)
            {
                return [.. _problems];
            }
        }
    }

    public void Write(Severity severity, string message) => log.Write(node, severity, message);

    public void Progress(string subject, string state, double? fraction) =>
        log.Progress(node ?? "", subject, state, fraction);

    public void Report(Problem problem)
    {
        var reported = log.Report(node, problem);
        lock (_problems)
        {
            _problems.Add(reported);
        }
    }
}
