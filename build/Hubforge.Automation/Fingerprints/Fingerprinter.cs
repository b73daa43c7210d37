using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Fingerprints;

/// <summary>Computes fingerprints from content: input files by name and digest, named values, and what dependencies contribute.</summary>
internal sealed class Fingerprinter(AbsolutePath root, DigestCache digests)
{
    private const string Header = "hubforge fingerprint 1\n";

    /// <summary>Returns the facts of a node before it runs.</summary>
    /// <param name="node">The node.</param>
    /// <param name="needs">Names and contributions of its dependencies.</param>
    /// <param name="cancellationToken">Passed to values that have to be asked for.</param>
    public async Task<NodeFacts> ReadAsync(
        TargetNode node,
        IEnumerable<NamedText> needs,
        CancellationToken cancellationToken
    )
    {
        // A join has no content of its own: it hands on what its items contribute.
        var specification = node.Target.Specification;
        var inputs = node.IsJoin ? [] : Digests(specification.Inputs, node.Item);
        var sortedNeeds = needs
            .OrderBy(need => need.Key, StringComparer.Ordinal)
            .ToImmutableArray();
        var text = new StringBuilder(Header).Append("node ").Append(node.Name).Append('\n');
        foreach (var input in inputs)
        {
            text.Append("input ").Append(input.Digest).Append(' ').Append(input.Name).Append('\n');
        }

        var values = ImmutableArray.CreateBuilder<NamedText>();
        foreach (var value in node.IsJoin ? [] : specification.Values)
        {
            var read = await value.ReadAsync(node.Item, cancellationToken);
            text.Append("value ").Append(value.Name).Append('=');
            text.Append(Escape(ValueText.Of(read))).Append('\n');
            values.Add(new(value.Name, read is Secret ? Secret.Mask : ValueText.Of(read)));
        }

        foreach (var (name, contribution) in sortedNeeds)
        {
            text.Append("needs ").Append(contribution).Append(' ').Append(name).Append('\n');
        }

        return new NodeFacts
        {
            Fingerprint = new Fingerprint(Hash(text.ToString())),
            Inputs = inputs,
            Values = values.ToImmutable(),
            Needs = sortedNeeds,
        };
    }

    /// <summary>Returns the digest of what a node has made; null when its target declares no outputs.</summary>
    public string? ReadOutputs(TargetNode node)
    {
        var outputs = node.Target.Specification.Outputs;
        if (outputs.Count == 0 || node.IsJoin)
        {
            return null;
        }

        var text = new StringBuilder(Header);
        foreach (var file in Digests(outputs, node.Item))
        {
            text.Append(file.Digest).Append(' ').Append(file.Name).Append('\n');
        }

        return Hash(text.ToString());
    }

    /// <summary>Returns the first declared output that is not there; null when all are. A glob or folder is there when it has a file.</summary>
    public string? FindMissingOutput(TargetNode node)
    {
        foreach (var paths in node.Target.Specification.Outputs)
        {
            foreach (var path in paths(node.Item))
            {
                var files = FileSet.Resolve(root, [path]);
                if (!path.StartsWith('!') && !files.Any(File.Exists))
                {
                    return (root / path).RelativeTo(root);
                }
            }
        }

        return null;
    }

    private static string Escape(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private ImmutableArray<FileDigest> Digests(
        List<Func<object?, IEnumerable<string>>> sets,
        object? item
    )
    {
        if (sets.Count == 0)
        {
            return [];
        }

        var files = FileSet.Resolve(root, sets.SelectMany(paths => paths(item)));
        var result = ImmutableArray.CreateBuilder<FileDigest>(files.Count);
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            result.Add(new FileDigest(name, digests.Digest(file)));
        }

        return result.MoveToImmutable();
    }
}
