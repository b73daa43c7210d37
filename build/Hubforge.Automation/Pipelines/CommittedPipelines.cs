using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>The generated files as they are in the working tree.</summary>
internal sealed class CommittedPipelines(AbsolutePath root)
{
    /// <summary>Returns what has to change, so that the tree holds exactly <paramref name="files"/>; files that a person wrote are left alone.</summary>
    public async Task<IReadOnlyList<PipelineChange>> FindChangesAsync(
        IReadOnlyList<GeneratedFile> files,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<PipelineChange>();
        foreach (var file in files)
        {
            var path = root / file.Path;
            var committed = path.FileExists
                ? await File.ReadAllTextAsync(path, cancellationToken)
                : null;

            // A checkout on Windows may have other line ends.
            if (committed?.ReplaceLineEndings("\n") != file.Text)
            {
                changes.Add(new PipelineChange(path, committed, file.Text));
            }
        }

        var wanted = files.Select(file => (root / file.Path).ToString()).ToHashSet();
        foreach (var path in ListCandidates().Where(path => !wanted.Contains(path)))
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            if (text.StartsWith($"# {GeneratedFile.Mark}", StringComparison.Ordinal))
            {
                changes.Add(new PipelineChange(AbsolutePath.Parse(path), text, null));
            }
        }

        return changes;
    }

    private IEnumerable<string> ListCandidates()
    {
        var workflows = root / ".github/workflows";
        var files = Directory.EnumerateFiles(root, "azure-pipelines*.yml");
        files = files.Concat(Directory.EnumerateFiles(root, ".gitlab-ci.yml"));
        return workflows.DirectoryExists
            ? files.Concat(Directory.EnumerateFiles(workflows, "*.yml"))
            : files;
    }
}
