namespace Hubforge.Automation.Pipelines;

/// <summary>A parameter as pipelines see it.</summary>
/// <param name="Name">The name of its member.</param>
/// <param name="EnvironmentName">The environment variable that sets it, such as <c>HUBFORGE_API_KEY</c>.</param>
internal sealed record OutlineParameter(string Name, string EnvironmentName)
{
    private const string Prefix = "HUBFORGE_";

    /// <summary>What the secret is called in the CI host's own store: the environment variable without its prefix.</summary>
    public string SecretName =>
        EnvironmentName.StartsWith(Prefix, StringComparison.Ordinal)
            ? EnvironmentName[Prefix.Length..]
            : EnvironmentName;
}
