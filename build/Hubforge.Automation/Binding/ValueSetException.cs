namespace Hubforge.Automation.Binding;

/// <summary>A text is none of the values to choose from.</summary>
internal sealed class ValueSetException(string text, IReadOnlyList<string> choices)
    : FormatException($"'{text}' is unknown")
{
    public string Text { get; } = text;

    public IReadOnlyList<string> Choices { get; } = choices;
}
