using Hubforge.Missions.Images;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>Keeps what the last solve of each environment changed, as one Markdown text a mission for a pull request.</summary>
/// <param name="artifacts">Where it is kept.</param>
public sealed class LockChanges(Artifacts artifacts)
{
    private readonly NameGates _gates = new();

    /// <summary>Records the changes and writes the mission's text anew. Environments may be solved side by side.</summary>
    /// <returns>The file with the text.</returns>
    public Task<AbsolutePath> WriteAsync(
        string mission,
        LockDiff diff,
        CancellationToken cancellationToken
    ) =>
        _gates.RunAsync(
            mission,
            async () =>
            {
                var parts = artifacts.LockChangeParts(mission);
                var name = $"{diff.Environment}-{diff.Platform.Replace('/', '-')}.md";
                await AtomicFile.WriteTextAsync(parts / name, diff.ToMarkdown(), cancellationToken);
                var file = artifacts.LockChanges(mission);
                await AtomicFile.WriteTextAsync(file, Join(mission, parts), cancellationToken);
                return file;
            },
            cancellationToken
        );

    private static string Join(string mission, AbsolutePath parts) =>
        $"## Environments of {mission}\n"
        + string.Concat(
            Directory
                .EnumerateFiles(parts, "*.md")
                .Order(StringComparer.Ordinal)
                .Select(part => "\n" + File.ReadAllText(part))
        );
}
