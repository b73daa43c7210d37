using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Helm;

/// <summary>Arguments of <c>helm template</c>: writes the manifests without asking a cluster.</summary>
/// <param name="Release">The release's name in the manifests.</param>
/// <param name="Chart">What to write, with its values.</param>
public sealed record HelmTemplate(string Release, HelmChart Chart)
{
    /// <summary>Namespace in the manifests; <c>default</c> when null.</summary>
    public string? Namespace { get; init; }

    internal Command ToCommand() =>
        Chart
            .AddTo(new Command("helm").With("template", GivenValue.Plain("helm", Release)))
            .WithOption("--namespace", Namespace);
}
