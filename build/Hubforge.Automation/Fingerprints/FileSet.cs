using System.IO.Enumeration;
using Hubforge.Primitives;

namespace Hubforge.Automation.Fingerprints;

/// <summary>Resolves files, folders and globs to the files that they mean.</summary>
internal static class FileSet
{
    /// <summary>Returns absolute paths in ordinal order, each once. A plain file that is not there is returned all the same, so that its coming counts.</summary>
    public static IReadOnlyList<string> Resolve(AbsolutePath root, IEnumerable<string> patterns)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var exclusions = new List<string>();
        foreach (var pattern in patterns)
        {
            if (pattern.StartsWith('!'))
            {
                exclusions.Add(root / pattern[1..]);
            }
            else
            {
                Add(files, root / pattern);
            }
        }

        files.RemoveWhere(file => exclusions.Exists(glob => GlobMatches(glob, file)));
        return [.. files];
    }

    /// <summary>Returns whether <paramref name="path"/> is meant by a glob, or lies in the folder that a plain path names.</summary>
    public static bool GlobMatches(string glob, string path)
    {
        var pattern = glob.Split('/', '\\');
        var parts = path.Split('/', '\\');
        return IsGlob(glob)
            ? Matches(pattern, parts)
            : parts.Length >= pattern.Length
                && parts.AsSpan(0, pattern.Length).SequenceEqual(pattern);
    }

    private static void Add(SortedSet<string> files, string path)
    {
        if (!IsGlob(path))
        {
            if (Directory.Exists(path))
            {
                AddFolder(files, path, null);
            }
            else
            {
                files.Add(path);
            }

            return;
        }

        var parts = path.Split('/', '\\');
        var fixedParts = Array.FindIndex(parts, IsGlob);
        var folder =
            string.Join(Path.DirectorySeparatorChar, parts[..fixedParts])
            + Path.DirectorySeparatorChar;
        if (Directory.Exists(folder))
        {
            AddFolder(files, folder, parts);
        }
    }

    private static void AddFolder(SortedSet<string> files, string folder, string[]? glob)
    {
        var everything = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }
        )
        {
            // A link to a folder counts as a link: following it could leave the tree, or never end.
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory || (entry.Attributes & FileAttributes.ReparsePoint) != 0,
        };
        foreach (var file in everything)
        {
            if (glob is null || Matches(glob, file.Split('/', '\\')))
            {
                files.Add(file);
            }
        }
    }

    private static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> parts)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == "**")
            {
                for (var skip = 0; skip <= parts.Length; skip++)
                {
                    if (Matches(pattern[1..], parts[skip..]))
                    {
                        return true;
                    }
                }

                return pattern.Length == 1;
            }

            if (
                parts.Length == 0
                || pattern[0] != parts[0]
                    && !FileSystemName.MatchesSimpleExpression(
                        pattern[0],
                        parts[0],
                        ignoreCase: false
                    )
            )
            {
                return false;
            }

            pattern = pattern[1..];
            parts = parts[1..];
        }

        return parts.Length == 0;
    }
}
