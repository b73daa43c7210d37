using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Swallows everything; stands in where no run is under way.</summary>
internal sealed class SilentReporter : IReporter
{
    public static SilentReporter Instance { get; } = new();

    public void Write(Severity severity, string message) { }

    public void Progress(string subject, string state, double? fraction) { }

    public void Report(Problem problem) { }
}
