using System.Text;

namespace Hubforge.Automation.Hosts;

/// <summary>A command to Azure's agent in the output: <c>##vso[task.logissue type=error;linenumber=3;]message</c>, with escaped text.</summary>
internal sealed class LoggingCommand(string name, string data)
{
    private readonly StringBuilder _properties = new();

    /// <summary>Adds a property; null adds nothing.</summary>
    public LoggingCommand With(string property, string? value)
    {
        if (value is not null)
        {
            _properties.Append(_properties.Length == 0 ? ' ' : "");
            _properties.Append(property).Append('=').Append(EscapeProperty(value)).Append(';');
        }

        return this;
    }

    public override string ToString() => $"##vso[{name}{_properties}]{EscapeData(data)}";

    private static string EscapeData(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeData(text)
            .Replace(";", "%3B", StringComparison.Ordinal)
            .Replace("]", "%5D", StringComparison.Ordinal);
}
