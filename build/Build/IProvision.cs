using Hubforge.Automation;
using Hubforge.Build.Provisioning;
using Hubforge.Build.Work;
using Hubforge.Containers.Engine;
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

    /// <summary>Where an engine is looked for.</summary>
    EngineSearch EngineSearch { get; }

    /// <summary>The engine and all that works on it.</summary>
    PartsSource Source { get; }

    Target PrepareMachine =>
        target =>
            target
                .Unlisted()
                .Description(
                    "Looks whether this machine has what a run needs, or gets it (--provision)"
                )
                .Executes(cancellationToken =>
                    PrepareAsync(MachineTool.ForImages, cancellationToken)
                );

    /// <summary>Checks or installs, then removes containers that a killed run left on the engine.</summary>
    private protected async Task PrepareAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    )
    {
        var provisioner = new Provisioner(
            Processes,
            new EngineProbe(Processes, EngineSearch, TimeProvider.System),
            Reporter,
            TemporaryDirectory / "dockerd.log"
        );
        await (
            Provision
                ? provisioner.InstallAsync(tools, cancellationToken)
                : provisioner.CheckAsync(tools, cancellationToken)
        );
        var parts = await Source.GetAsync(cancellationToken);
        await parts.Containers.RemoveLeftoversAsync(cancellationToken);
    }
}
