using System.Security.Cryptography;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Project;

/// <summary>The content of a folder at one moment, to show that a failure left it alone.</summary>
internal static class FolderSnapshot
{
    /// <summary>Returns one line a file: digest and path; nothing for a folder that is not there.</summary>
    public static IReadOnlyList<string> Of(AbsolutePath folder) =>
        folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(file =>
                        $"{DigestOf(file)} {AbsolutePath.Parse(file).RelativeTo(folder)}"
                    ),
            ]
            : [];

    private static string DigestOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
