using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hubforge.Tools.Conda;

/// <summary>Reads the yml of <c>env export</c>.</summary>
internal static class CondaExportReader
{
    /// <summary>Returns the environment; null for an empty document, which a missing environment gives (with exit code 0).</summary>
    public static CondaExportedEnvironment? Find(string yml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yml));
        }
        catch (YamlException)
        {
            return null;
        }

        if (
            stream.Documents is not [{ RootNode: YamlMappingNode root }, ..]
            || ItemsOf(root, "dependencies") is not { } dependencies
        )
        {
            return null;
        }

        return new CondaExportedEnvironment(Text(root, "name"))
        {
            Channels = Scalars(ItemsOf(root, "channels") ?? []),
            Dependencies = Scalars(dependencies),
            Pip =
            [
                .. dependencies
                    .OfType<YamlMappingNode>()
                    .SelectMany(mapping => Scalars(ItemsOf(mapping, "pip") ?? [])),
            ],
        };
    }

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value ?? "" : "";

    private static YamlSequenceNode? ItemsOf(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value as YamlSequenceNode : null;

    private static ImmutableArray<string> Scalars(IEnumerable<YamlNode> nodes) =>
        [.. nodes.OfType<YamlScalarNode>().Select(node => node.Value ?? "")];
}
