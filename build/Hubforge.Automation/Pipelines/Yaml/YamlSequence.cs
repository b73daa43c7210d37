using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>A list of nodes.</summary>
internal sealed record YamlSequence(ImmutableArray<YamlNode> Items) : YamlNode
{
    /// <summary>Makes a list of strings.</summary>
    public static YamlSequence Of(IEnumerable<string> items) =>
        new([.. items.Select(item => (YamlNode)item)]);
}
