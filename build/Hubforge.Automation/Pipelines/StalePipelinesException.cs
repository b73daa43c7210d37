using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>Committed pipeline files are not what the build class says.</summary>
public sealed class StalePipelinesException : HubforgeException
{
    internal StalePipelinesException(IReadOnlyList<PipelineChange> changes, AbsolutePath root)
        : base(Compose(changes, root)) => Paths = [.. changes.Select(change => change.Path)];

    /// <summary>The files.</summary>
    public IReadOnlyList<AbsolutePath> Paths { get; }

    private static string Compose(IReadOnlyList<PipelineChange> changes, AbsolutePath root)
    {
        var text = new FailureText(
            $"{changes.Count} of the generated pipeline files {(changes.Count == 1 ? "is" : "are")} not what the build class says."
        );
        foreach (var change in changes)
        {
            var diff = change is { Committed: { } committed, Generated: { } generated }
                ? "\n" + LineDiff.Between(committed.ReplaceLineEndings("\n"), generated)
                : "";
            text.With("file", $"{change.Path.RelativeTo(root)} {change.Verdict}{diff}");
        }

        return text.Try("run ./build.sh GenerateCi and commit what it writes");
    }
}
