namespace Hubforge.Automation.Hosts;

/// <summary>The hosts that the engine knows, and which of them it runs on.</summary>
internal static class KnownHosts
{
    /// <summary>Names that <c>--host</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [nameof(GitHubActions), nameof(GitLabCI), nameof(AzurePipelines), "Terminal"];

    /// <summary>Returns the host of that name; null when there is none.</summary>
    public static Host? Find(string name, Func<string, string?> variable) =>
        Names.FirstOrDefault(known => Binding.NameKey.Same(name, known)) switch
        {
            nameof(GitHubActions) => new GitHubActions(variable),
            nameof(GitLabCI) => new GitLabCI(variable, TimeProvider.System),
            nameof(AzurePipelines) => new AzurePipelines(variable),
            "Terminal" => new TerminalHost(),
            _ => null,
        };

    /// <summary>
    /// Returns the host that the environment shows, a terminal when it shows none. A variable counts only with the value that its host
    /// documents, so that <c>GITHUB_ACTIONS=false</c> is what it says.
    /// </summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static Host Detect(Func<string, string?> variable) =>
        GitHubActions.IsRunning(variable) ? new GitHubActions(variable)
        : GitLabCI.IsRunning(variable) ? new GitLabCI(variable, TimeProvider.System)
        : AzurePipelines.IsRunning(variable) ? new AzurePipelines(variable)
        : new TerminalHost();
}
