using System.Text;

namespace Hubforge.Automation.Hosts;

/// <summary>
/// A command to GitHub's runner in the output: <c>::error file=a.pip,line=3::message</c>. Data and properties are escaped, so that text
/// from outside can neither end the command nor begin another.
/// </summary>
internal sealed class WorkflowCommand(string name, string data)
{
    private readonly StringBuilder _properties = new();

    /// <summary>Adds a property; null adds nothing.</summary>
    public WorkflowCommand With(string property, string? value)
    {
        if (value is not null)
        {
            _properties.Append(_properties.Length == 0 ? ' ' : ',');
            _properties.Append(property).Append('=').Append(EscapeProperty(value));
        }

        return this;
    }

    public override string ToString() => $"::{name}{_properties}::{EscapeData(data)}";

    private static string EscapeData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeData(text)
            .Replace(":", "%3A", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal);
}
