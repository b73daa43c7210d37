using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>One axis of a matrix.</summary>
/// <param name="Name">The key under <c>matrix</c>.</param>
/// <param name="Values">A list, or an expression that gives one.</param>
internal sealed record GitHubAxis(string Name, YamlNode Values)
{
    /// <summary>The axis of the missions that the discovering job found.</summary>
    public static GitHubAxis Missions { get; } =
        new("mission", "${{ fromJSON(needs.discover.outputs.missions) }}");

    /// <summary>The expression of the axis' value in one run.</summary>
    public string Value => $"${{{{ matrix.{Name} }}}}";
}
