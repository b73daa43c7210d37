namespace Hubforge.Automation.Binding;

/// <summary>The words for true and false.</summary>
internal static class BooleanWords
{
    /// <summary>Returns null for any other word. Blank is false, as an empty environment variable means.</summary>
    public static bool? Parse(string text) =>
        text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" or "ON" => true,
            "FALSE" or "0" or "NO" or "OFF" or "" => false,
            _ => null,
        };
}
