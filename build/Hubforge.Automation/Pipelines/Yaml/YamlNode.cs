using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>A part of a YAML document: a mapping, a sequence or a scalar.</summary>
internal abstract record YamlNode
{
    /// <summary>Makes a string scalar, which the emitter quotes where another type could be read; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator YamlNode?(string? text) =>
        text is null ? null : new YamlScalar(text);

    /// <summary>Makes a number.</summary>
    public static implicit operator YamlNode(int number) =>
        new YamlScalar(number.ToString(CultureInfo.InvariantCulture)) { IsTyped = true };

    /// <summary>Makes <c>true</c> or <c>false</c>.</summary>
    public static implicit operator YamlNode(bool value) =>
        new YamlScalar(value ? "true" : "false") { IsTyped = true };
}
