using System.Globalization;

namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>A part of a YAML document: a mapping, a sequence or a scalar.</summary>
internal abstract record YamlNode
{
    /// <summary>Makes a string scalar; the emitter quotes it where another type could be read.</summary>
    public static implicit operator YamlNode(string text) => new YamlScalar(text);

    /// <summary>Makes a number.</summary>
    public static implicit operator YamlNode(int number) =>
        new YamlScalar(number.ToString(CultureInfo.InvariantCulture)) { IsTyped = true };

    /// <summary>Makes <c>true</c> or <c>false</c>.</summary>
    public static implicit operator YamlNode(bool value) =>
        new YamlScalar(value ? "true" : "false") { IsTyped = true };
}
