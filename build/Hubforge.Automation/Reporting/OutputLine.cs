using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>A line of output, secrets masked.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Node">The node that wrote it; null for the run.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Text">One line.</param>
internal sealed record OutputLine(
    DateTimeOffset Time,
    string? Node,
    Severity Severity,
    string Text
);
