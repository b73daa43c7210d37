using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Helm;

/// <summary>helm, for the cluster that its configuration names.</summary>
public sealed class Helm(IProcessRunner processes)
{
    private const string NotFound = "release: not found";

    /// <summary>Installs or upgrades a release.</summary>
    public Task UpgradeAsync(HelmUpgrade request, CancellationToken cancellationToken) =>
        processes.RunAsync(request.ToCommand(), null, cancellationToken);

    /// <summary>Returns the manifests that a chart makes, as YAML.</summary>
    public Task<string> TemplateAsync(HelmTemplate request, CancellationToken cancellationToken) =>
        processes.ReadAsync(request.ToCommand(), cancellationToken);

    /// <summary>Returns the release, or null when the cluster has none of that name.</summary>
    /// <exception cref="CommandFailedException">The cluster does not answer.</exception>
    public async Task<HelmRelease?> FindAsync(
        HelmStatus request,
        CancellationToken cancellationToken
    )
    {
        var command = request.ToCommand();
        var result = await processes.RunAsync(command, null, cancellationToken);
        if (result.ExitCode == 0)
        {
            return Reply.Get(command.ToString(), result.Output, HelmJson.Default.HelmRelease);
        }

        return result.Error.Contains(NotFound, StringComparison.Ordinal)
            ? null
            : throw new CommandFailedException(command, result);
    }
}
