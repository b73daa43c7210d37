using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Helm;

/// <summary>Arguments of <c>helm upgrade --install</c>.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Chart">What to install, with its values.</param>
public sealed record HelmUpgrade(string Release, HelmChart Chart)
{
    /// <summary>Namespace of the release; helm's current namespace when null.</summary>
    public string? Namespace { get; init; }

    /// <summary>Makes the namespace when it is missing.</summary>
    public bool CreateNamespace { get; init; }

    /// <summary>Waits for the result and undoes the upgrade when it fails.</summary>
    public bool Atomic { get; init; }

    /// <summary>How long helm waits for one operation; helm's 5 minutes when null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Talks to the cluster and changes nothing.</summary>
    public bool DryRun { get; init; }

    internal Command ToCommand() =>
        Chart
            .AddTo(
                new Command("helm").With("upgrade", "--install", GivenValue.Plain("helm", Release))
            )
            .WithOption("--namespace", Namespace)
            .WithFlag("--create-namespace", CreateNamespace)
            .WithFlag("--atomic", Atomic)
            .WithOption("--timeout", HelmDuration.Of(Timeout))
            .WithFlag("--dry-run", DryRun);
}
