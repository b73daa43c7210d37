using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Hubforge.Containers;

/// <summary>
/// The name of an image: <c>[registry/]path[:tag][@digest]</c>. A first part without dot, colon or the name <c>localhost</c> belongs to the path,
/// as with <c>docker</c>.
/// </summary>
public sealed partial record ImageReference
{
    private ImageReference(string repository, string? tag, Digest? digest) =>
        (Repository, Tag, Digest) = (repository, tag, digest);

    /// <summary>Registry and path as they were written, without tag and digest.</summary>
    public string Repository { get; }

    /// <summary>The tag; null when none was written.</summary>
    public string? Tag { get; }

    /// <summary>The digest; null when none was written.</summary>
    public Digest? Digest { get; }

    /// <summary>The registry's host and port; null when Docker's own is meant.</summary>
    public string? Registry =>
        Repository.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
        && Repository[..slash] is var first
        && (first.AsSpan().IndexOfAny('.', ':') >= 0 || first == "localhost")
            ? first
            : null;

    /// <summary>What to pull or inspect: the digest when there is one, else the tag, else <c>latest</c>.</summary>
    public string TagOrDigest => Digest?.ToString() ?? Tag ?? "latest";

    /// <summary>Parses a reference.</summary>
    /// <exception cref="FormatException">It does not follow the grammar of image names.</exception>
    public static ImageReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new FormatException(
                $"'{text}' is not an image reference ([registry/]path[:tag][@sha256:...], in lower case)"
            );

    /// <summary>Parses a reference; false when it does not follow the grammar of image names.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageReference? reference)
    {
        reference = null;
        var match = Grammar().Match(text ?? "");
        if (!match.Success)
        {
            return false;
        }

        Digest? digest = null;
        if (match.Groups["digest"].Success)
        {
            if (!Containers.Digest.TryParse(match.Groups["digest"].Value, out var parsed))
            {
                return false;
            }

            digest = parsed;
        }

        var tag = match.Groups["tag"];
        reference = new ImageReference(
            match.Groups["repository"].Value,
            tag.Success ? tag.Value : null,
            digest
        );
        return true;
    }

    /// <summary>Returns the same repository with another tag and without a digest.</summary>
    public ImageReference WithTag(string tag) => Parse($"{Repository}:{tag}");

    /// <summary>Returns the same repository pinned to a digest, without a tag.</summary>
    public ImageReference WithDigest(Digest digest) => new(Repository, null, digest);

    /// <summary>Returns the reference as it is written for <c>docker</c>.</summary>
    public override string ToString() =>
        Repository + (Tag is null ? "" : ":" + Tag) + (Digest is { } digest ? "@" + digest : "");

    // https://github.com/distribution/reference
    [GeneratedRegex(
        @"\A(?<repository>(?:(?:localhost|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:\d+/))(?::\d+)?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Grammar();
}
