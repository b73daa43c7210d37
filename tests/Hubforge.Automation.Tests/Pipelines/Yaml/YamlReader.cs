using System.Text.Json;
using Hubforge.Automation.Pipelines.Yaml;
using YamlDotNet.RepresentationModel;

namespace Hubforge.Automation.Tests.Pipelines.Yaml;

/// <summary>Reads YAML back with YamlDotNet, so that tests compare what another program would see.</summary>
internal static class YamlReader
{
    public static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <summary>Follows keys (or numbers, in lists) down the tree; throws when one is missing.</summary>
    public static YamlDotNet.RepresentationModel.YamlNode At(
        YamlDotNet.RepresentationModel.YamlNode node,
        params string[] path
    ) =>
        path.Aggregate(
            node,
            (current, key) =>
                current is YamlSequenceNode list
                    ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]
                    : current[key]
        );

    /// <summary>Returns what is below the path as JSON, for one-line comparisons.</summary>
    public static string Show(YamlDotNet.RepresentationModel.YamlNode node, params string[] path) =>
        JsonSerializer.Serialize(Plain(At(node, path)));

    public static string Show(Automation.Pipelines.Yaml.YamlNode node) =>
        JsonSerializer.Serialize(Plain(node));

    private static object Plain(YamlDotNet.RepresentationModel.YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => mapping
                .Select(entry => new[] { Plain(entry.Key), Plain(entry.Value) })
                .ToArray(),
            YamlSequenceNode sequence => sequence.Select(Plain).ToArray(),
            _ => ((YamlScalarNode)node).Value ?? "",
        };

    private static object Plain(Automation.Pipelines.Yaml.YamlNode node) =>
        node switch
        {
            YamlMapping mapping => mapping
                .Entries.Select(entry => new[] { entry.Key, Plain(entry.Value) })
                .ToArray(),
            YamlSequence sequence => sequence.Items.Select(Plain).ToArray(),
            _ => ((YamlScalar)node).Text,
        };
}
