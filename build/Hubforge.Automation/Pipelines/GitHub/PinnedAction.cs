using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>An action at one commit, so that a moved tag cannot bring other code into a workflow.</summary>
/// <param name="Name">Owner and repository.</param>
/// <param name="Commit">The full id of the commit.</param>
/// <param name="Version">The release that the commit is; written as a comment, where update bots look for it.</param>
internal sealed record PinnedAction(string Name, string Commit, string Version)
{
    /// <summary>Returns the value of <c>uses</c>.</summary>
    public YamlScalar ToYaml() => new($"{Name}@{Commit}") { Comment = Version };
}
