using Hubforge.EndToEnd.Engines;

namespace Hubforge.EndToEnd.Project;

/// <summary>What a run may leave behind and must not.</summary>
internal static class Leftovers
{
    private static readonly string[] s_endings = [".tmp", ".partial", ".new", ".old"];

    /// <summary>Returns the containers of the engine that any run of the program made and that are still there.</summary>
    public static Task<IReadOnlyList<string>> ListContainersAsync(
        CancellationToken cancellationToken
    ) => Docker.Local.ListContainersAsync("hubforge.run", cancellationToken);

    /// <summary>Returns files of the working tree and of <c>artifacts</c> that are half-written.</summary>
    public static IReadOnlyList<string> ListFiles(ProjectCopy copy) =>
        [
            .. ((string[])["deployments", "common", "artifacts"])
                .Select(name => copy.Root / name)
                .Where(folder => folder.DirectoryExists)
                .SelectMany(folder =>
                    Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                )
                .Where(path => s_endings.Any(end => path.EndsWith(end, StringComparison.Ordinal))),
        ];
}
