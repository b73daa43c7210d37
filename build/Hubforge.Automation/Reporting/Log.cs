using Hubforge.Automation.Execution;
using Hubforge.Automation.Reporting;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>Writes to the node that calls, in the form of Serilog's <c>Log</c>: <c>Log.Information("Pushed {Image}", image)</c>.</summary>
public static class Log
{
    /// <summary>Where messages outside of nodes go.</summary>
    internal static IReporter Run => BuildSession.Current.Reporter ?? SilentReporter.Instance;

    private static IReporter Reporter => RunningNode.Current?.Reporter ?? Run;

    /// <summary>Shown with verbosity Verbose.</summary>
    public static void Verbose(string template, params object?[] values) =>
        Write(Severity.Trace, template, values);

    /// <summary>Shown with verbosity Normal.</summary>
    public static void Debug(string template, params object?[] values) =>
        Write(Severity.Debug, template, values);

    /// <summary>Says what a step does; shown with verbosity Normal.</summary>
    public static void Information(string template, params object?[] values) =>
        Write(Severity.Information, template, values);

    /// <summary>Something to look at that stops nothing; repeated after the run.</summary>
    public static void Warning(string template, params object?[] values) =>
        Report(Severity.Warning, template, values);

    /// <summary>Same, with the exception's message.</summary>
    public static void Warning(Exception exception, string template, params object?[] values) =>
        Report(Severity.Warning, template + "\n" + exception.Message, values);

    /// <summary>An error, which by itself fails nothing: throw to fail the target. Repeated after the run.</summary>
    public static void Error(string template, params object?[] values) =>
        Report(Severity.Error, template, values);

    /// <summary>Same, with the exception's message.</summary>
    public static void Error(Exception exception, string template, params object?[] values) =>
        Report(Severity.Error, template + "\n" + exception.Message, values);

    /// <summary>Same as <see cref="Error(string, object?[])"/>.</summary>
    public static void Fatal(string template, params object?[] values) => Error(template, values);

    private static void Write(Severity severity, string template, object?[] values) =>
        Reporter.Write(severity, MessageTemplate.Render(template, values));

    private static void Report(Severity severity, string template, object?[] values) =>
        Reporter.Report(new Problem(severity, MessageTemplate.Render(template, values)));
}
