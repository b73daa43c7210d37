namespace Hubforge.Automation.Hosts;

/// <summary>Text from outside in Markdown, where it must not become markup.</summary>
internal static class MarkdownText
{
    /// <summary>Returns the text in one line, as it is to be read.</summary>
    public static string Escape(string text) =>
        text.Trim()
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("|", @"\|", StringComparison.Ordinal)
            .Replace("*", @"\*", StringComparison.Ordinal)
            .Replace("[", @"\[", StringComparison.Ordinal)
            .Replace("`", @"\`", StringComparison.Ordinal)
            .Replace("~", @"\~", StringComparison.Ordinal)
            .ReplaceLineEndings("<br>");

    /// <summary>Returns the text as a block that is shown as it stands, fenced so that it cannot end the block.</summary>
    public static string CodeBlock(string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}text\n{text.TrimEnd().ReplaceLineEndings("\n")}\n{fence}\n";
    }
}
