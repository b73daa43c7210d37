using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>The steps that several jobs share.</summary>
internal sealed class GitHubSteps(GitHubActionsAttribute pipeline)
{
    // A file that is always there, at the root: the paths inside an artifact then start at the root too, whatever else is in it.
    private const string RootFile = "global.json";

    /// <summary>Fetches the sources; the token does not stay in the working copy.</summary>
    public GitHubStep Checkout(bool wholeHistory) =>
        new("Check out")
        {
            Uses = PinnedActions.Checkout,
            With = YamlMapping
                .Empty.With("persist-credentials", false)
                .With("fetch-depth", Depth(wholeHistory))
                .With("submodules", pipeline.Submodules ? "recursive" : null)
                .With("lfs", pipeline.Lfs ? true : null),
        };

    /// <summary>Checks out and makes .NET ready.</summary>
    public IEnumerable<GitHubStep> Prepare(bool wholeHistory)
    {
        yield return Checkout(wholeHistory);
        yield return new GitHubStep("Set up .NET")
        {
            Uses = PinnedActions.SetupDotNet,
            With = YamlMapping.Empty.With("global-json-file", RootFile),
        };
        if (pipeline.CacheKeyFiles.Length == 0)
        {
            yield break;
        }

        var files = string.Join(", ", pipeline.CacheKeyFiles.Select(Literal));
        yield return new GitHubStep("Restore caches")
        {
            Uses = PinnedActions.Cache,
            With = YamlMapping
                .Empty.With("path", string.Join('\n', pipeline.CacheIncludePatterns))
                .With("key", $"hubforge-${{{{ runner.os }}}}-${{{{ hashFiles({files}) }}}}")
                .With("restore-keys", "hubforge-${{ runner.os }}-"),
        };
    }

    /// <summary>Keeps files as an artifact.</summary>
    /// <param name="name">Name of the artifact, unique in the run.</param>
    /// <param name="paths">Globs from the root.</param>
    public static GitHubStep Upload(string name, IEnumerable<string> paths)
    {
        var all = paths.Prepend(RootFile).ToList();
        var hasHidden = all.Exists(path => path.Split('/').Any(part => part.StartsWith('.')));
        return new GitHubStep($"Keep {name}")
        {
            Uses = PinnedActions.UploadArtifact,
            With = YamlMapping
                .Empty.With("name", name)
                .With("path", string.Join('\n', all))
                .With("include-hidden-files", hasHidden ? true : null)
                .With("overwrite", true),
        };
    }

    /// <summary>Puts the files of one artifact back in their places; fails when there is none.</summary>
    public static GitHubStep Download(string name) =>
        new($"Fetch {name}")
        {
            Uses = PinnedActions.DownloadArtifact,
            With = YamlMapping.Empty.With("name", name),
        };

    /// <summary>Puts the files of all artifacts that match back in their places.</summary>
    public static GitHubStep DownloadAll(string pattern) =>
        new($"Fetch {pattern}")
        {
            Uses = PinnedActions.DownloadArtifact,
            With = YamlMapping.Empty.With("pattern", pattern).With("merge-multiple", true),
        };

    private static string Literal(string text) =>
        $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private YamlNode? Depth(bool wholeHistory) =>
        wholeHistory || pipeline.FetchDepth == 0 ? 0
        : pipeline.FetchDepth == 1 ? null
        : pipeline.FetchDepth;
}
