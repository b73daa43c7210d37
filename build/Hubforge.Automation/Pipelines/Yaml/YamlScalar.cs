namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>One value.</summary>
/// <param name="Text">The text that a reader gets back.</param>
internal sealed record YamlScalar(string Text) : YamlNode
{
    /// <summary>Whether the text is a number or a boolean and is written as it stands; strings are quoted where they need it.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Follows the value on its line, after <c>#</c>; null for none. Must be one line.</summary>
    public string? Comment { get; init; }
}
