using Hubforge.Automation;
using Hubforge.Build.Provisioning;
using Hubforge.Build.Work;
using Hubforge.Processes;

namespace Hubforge.Build;

/// <summary>Looks whether this machine has what a run needs, and gets it when that was asked for.</summary>
internal interface IProvision : IHubforgeBuild
{
    [Parameter(
        "Install what this machine lacks (with apt, through sudo where needed) and start a Docker engine when none answers"
    )]
    bool Provision => TryGetValue<bool?>(() => Provision) ?? false;

    /// <summary>The one door to programs.</summary>
    IProcessRunner Processes { get; }

    /// <summary>The engine and all that works on it.</summary>
    PartsSource Source { get; }

    Target PrepareMachine =>
        target =>
            target
                .Unlisted()
                .Description(
                    "Looks whether this machine has what a run needs, or gets it (--provision)"
                )
                .UpToDateWhen(
                    (_, cancellationToken) =>
                        IsPreparedAsync(MachineTool.ForImages, cancellationToken)
                )
                .Executes(cancellationToken =>
                    PrepareAsync(MachineTool.ForImages, cancellationToken)
                );

    private Provisioner Provisioner =>
        new(
            Processes,
            new EngineProbe(Processes, Source, TimeProvider.System),
            Reporter,
            TemporaryDirectory / "dockerd.log"
        );

    private async Task<Currency> IsPreparedAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    )
    {
        var needs = await (
            Provision
                ? Provisioner.FindAllNeedsAsync(tools, cancellationToken)
                : Provisioner.FindNeedsAsync(tools, cancellationToken)
        );
        if (!needs.IsEmpty)
        {
            return Currency.Outdated("this machine lacks what a run needs");
        }

        var parts = await Source.GetAsync(cancellationToken);
        return (await parts.Containers.ListLeftoversAsync(cancellationToken)).IsEmpty
            ? Currency.Current("this machine has what a run needs")
            : Currency.Outdated("containers of a killed run are left");
    }

    /// <summary>Checks or installs, then removes containers that a killed run left on the engine.</summary>
    private protected async Task PrepareAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    )
    {
        await (
            Provision
                ? Provisioner.InstallAsync(tools, cancellationToken)
                : Provisioner.CheckAsync(tools, cancellationToken)
        );
        var parts = await Source.GetAsync(cancellationToken);
        await parts.Containers.RemoveLeftoversAsync(cancellationToken);
    }
}
