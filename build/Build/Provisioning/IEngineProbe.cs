using Hubforge.Primitives;

namespace Hubforge.Build.Provisioning;

/// <summary>Asks whether a Docker engine that can build is in reach.</summary>
internal interface IEngineProbe
{
    /// <summary>Whether the user named the engine; starting another one would not help then.</summary>
    bool IsNamed { get; }

    /// <summary>Returns why no engine answers, or null when one does.</summary>
    Task<string?> WhyNoEngineAsync(CancellationToken cancellationToken);

    /// <summary>Returns why no docker program here can build with BuildKit, or null when one can. This starts programs, so it takes longer.</summary>
    Task<string?> WhyNoBuilderAsync(CancellationToken cancellationToken);

    /// <summary>Waits until an engine answers.</summary>
    /// <exception cref="MachineNotProvisionedException">None answered within a minute; the end of <paramref name="engineLog"/> is in the message.</exception>
    Task WaitAsync(AbsolutePath engineLog, CancellationToken cancellationToken);
}
