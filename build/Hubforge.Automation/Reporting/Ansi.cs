namespace Hubforge.Automation.Reporting;

/// <summary>Colours for a terminal; plain text where they are off.</summary>
internal sealed class Ansi(bool enabled)
{
    public string Red(string text) => Paint(text, "31");

    public string Green(string text) => Paint(text, "32");

    public string Yellow(string text) => Paint(text, "33");

    public string Cyan(string text) => Paint(text, "36");

    public string Dim(string text) => Paint(text, "2");

    public string Bold(string text) => Paint(text, "1");

    private string Paint(string text, string code) =>
        enabled && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
