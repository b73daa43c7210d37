using Hubforge.Primitives;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>Reads <c>conda-meta</c>: what conda's programs keep in an environment about each package of theirs.</summary>
public static class CondaMetadata
{
    /// <summary>Returns the packages that the files <c>*.json</c> of the folder describe, by name; none when there is no such folder.</summary>
    /// <exception cref="UnreadableReplyException">A file is no record of a package.</exception>
    public static IReadOnlyList<CondaPackage> ReadFolder(AbsolutePath folder) =>
        folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.json")
                    .Order(StringComparer.Ordinal)
                    .Select(file => Parse(AbsolutePath.Parse(file).Name, File.ReadAllText(file))),
            ]
            : [];

    /// <summary>Returns the package of one record.</summary>
    /// <param name="file">The file's name, for the message of a failure.</param>
    /// <param name="text">What the file holds.</param>
    /// <exception cref="UnreadableReplyException">The text is no record of a package.</exception>
    public static CondaPackage Parse(string file, string text) =>
        Reply.Get($"conda-meta/{file}", text, CondaJson.Default.CondaPackage)
            is { Name.Length: > 0, Version.Length: > 0 } package
            ? package
            : throw new UnreadableReplyException($"conda-meta/{file}", text);
}
