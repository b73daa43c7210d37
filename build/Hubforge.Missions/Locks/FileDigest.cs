using System.Security.Cryptography;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>SHA-256 digests of files, as <c>sha256:HEX</c>.</summary>
internal static class FileDigest
{
    /// <summary>Returns the digest of a file's content; of a link, that of where it points to.</summary>
    public static string Of(AbsolutePath file)
    {
        if (new FileInfo(file).LinkTarget is { } target)
        {
            return OfText("-> " + target);
        }

        using var stream = File.OpenRead(file);
        return Format(SHA256.HashData(stream));
    }

    public static string OfText(string text) =>
        Format(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Returns the digest of named digests; their order does not matter.</summary>
    public static string Combine(IEnumerable<KeyValuePair<string, string>> digests) =>
        OfText(
            string.Concat(
                digests
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => $"{pair.Value}  {pair.Key}\n")
            )
        );

    private static string Format(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);
}
