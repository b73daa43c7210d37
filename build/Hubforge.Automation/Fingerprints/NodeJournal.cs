using System.Collections.Immutable;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Fingerprints;

/// <summary>Remembers the facts of each node's last success, a small text file a node, under <c>.nuke/temp/state</c>.</summary>
internal sealed class NodeJournal(AbsolutePath folder)
{
    private const string Header = "hubforge state 1";

    /// <summary>Returns the facts of the last success; null when there is no record that can be read.</summary>
    public NodeFacts? Find(string node)
    {
        var file = FileOf(node);
        if (!file.FileExists)
        {
            return null;
        }

        var lines = File.ReadAllLines(file);
        return lines.Length > 1 && lines[0] == Header ? Parse(lines) : null;
    }

    public void Save(string node, NodeFacts facts)
    {
        var text = new StringBuilder(Header).Append('\n');
        text.Append("fingerprint ").Append(facts.Fingerprint).Append('\n');
        if (facts.Outputs is { } outputs)
        {
            text.Append("outputs ").Append(outputs).Append('\n');
        }

        foreach (var input in facts.Inputs)
        {
            text.Append("input ").Append(input.Digest).Append(' ').Append(input.Name).Append('\n');
        }

        foreach (var (name, value) in facts.Values)
        {
            text.Append("value ").Append(name.ReplaceLineEndings(" ")).Append('\t');
            text.Append(value.ReplaceLineEndings(" ")).Append('\n');
        }

        foreach (var (name, contribution) in facts.Needs)
        {
            text.Append("needs ").Append(contribution).Append(' ').Append(name).Append('\n');
        }

        AtomicFile.WriteText(FileOf(node), text.ToString());
    }

    /// <summary>Forgets a node, so that a run that ends badly is not taken for its last success.</summary>
    public void Forget(string node)
    {
        if (folder.DirectoryExists)
        {
            File.Delete(FileOf(node));
        }
    }

    private static NodeFacts? Parse(string[] lines)
    {
        var inputs = ImmutableArray.CreateBuilder<FileDigest>();
        var values = ImmutableArray.CreateBuilder<NamedText>();
        var needs = ImmutableArray.CreateBuilder<NamedText>();
        string? fingerprint = null;
        string? outputs = null;
        foreach (var line in lines.AsSpan(1))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var kind = space < 0 ? line : line[..space];
            var rest = line[(space + 1)..];
            switch (kind)
            {
                case "fingerprint":
                    fingerprint = rest;
                    break;
                case "outputs":
                    outputs = rest;
                    break;
                case "input":
                    var (digest, name) = Split(rest, ' ');
                    inputs.Add(new FileDigest(name, digest));
                    break;
                case "value":
                    var (key, value) = Split(rest, '\t');
                    values.Add(new(key, value));
                    break;
                case "needs":
                    var (contribution, node) = Split(rest, ' ');
                    needs.Add(new(node, contribution));
                    break;
                default:
                    return null;
            }
        }

        return fingerprint is not { Length: 64 }
            ? null
            : new NodeFacts
            {
                Fingerprint = new Fingerprint(fingerprint),
                Inputs = inputs.ToImmutable(),
                Values = values.ToImmutable(),
                Needs = needs.ToImmutable(),
                Outputs = outputs,
            };
    }

    private static (string Left, string Right) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private AbsolutePath FileOf(string node)
    {
        var name = new StringBuilder(node.Length);
        foreach (var letter in node)
        {
            name.Append(
                char.IsAsciiLetterOrDigit(letter) || letter is '[' or ']' or '-' or '.'
                    ? letter
                    : $"%{(int)letter:x2}"
            );
        }

        return folder / $"{name}.txt";
    }
}
