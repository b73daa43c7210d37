using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Decides which lines are shown at a verbosity, and how.</summary>
internal sealed class LinePainter(Ansi ansi, Verbosity verbosity)
{
    public bool Shows(Severity severity) =>
        severity
        >= verbosity switch
        {
            Verbosity.Quiet => Severity.Error,
            Verbosity.Minimal => Severity.Warning,
            Verbosity.Normal => Severity.Debug,
            _ => Severity.Trace,
        };

    public string Paint(OutputLine line) =>
        line.Severity switch
        {
            Severity.Error => ansi.Red("[ERR] ") + line.Text,
            Severity.Warning => ansi.Yellow("[WRN] ") + line.Text,
            Severity.Information => line.Text,
            _ => ansi.Dim(line.Text),
        };
}
