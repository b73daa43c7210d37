using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>The one door for output of a run: masks secrets, splits lines and hands them to every output in turn.</summary>
internal sealed class RunLog(SecretMask secrets, TimeProvider time, IReadOnlyList<IOutput> outputs)
    : IDisposable
{
    private readonly Lock _lock = new();

    public void Write(string? node, Severity severity, string message)
    {
        var now = time.GetLocalNow();
        var lines = secrets.Apply(message).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        lock (_lock)
        {
            foreach (var line in lines)
            {
                ForAll(output => output.Write(new OutputLine(now, node, severity, line)));
            }
        }
    }

    /// <summary>Writes the problem, masked, and returns it as it was written.</summary>
    public Problem Report(string? node, Problem problem)
    {
        var masked = problem with
        {
            Message = secrets.Apply(problem.Message),
            Exists = problem.Exists is { } exists ? secrets.Apply(exists) : null,
            Try = problem.Try is { } advice ? secrets.Apply(advice) : null,
        };
        Write(node, masked.Severity, masked.ToString());
        lock (_lock)
        {
            ForAll(output => output.Report(node, masked));
        }

        return masked;
    }

    public void Progress(string node, string subject, string state, double? fraction)
    {
        var (shownSubject, shownState) = (secrets.Apply(subject), secrets.Apply(state));
        lock (_lock)
        {
            ForAll(output => output.Progress(node, shownSubject, shownState, fraction));
        }
    }

    public void NodeStarted(NodeRecord node)
    {
        lock (_lock)
        {
            ForAll(output => output.NodeStarted(node));
        }
    }

    public void NodeEnded(NodeRecord node)
    {
        lock (_lock)
        {
            ForAll(output => output.NodeEnded(node));
        }
    }

    public void Dispose() => ForAll(output => output.Dispose());

    private void ForAll(Action<IOutput> action)
    {
        foreach (var output in outputs)
        {
            action(output);
        }
    }
}
