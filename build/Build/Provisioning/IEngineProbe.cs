using Hubforge.Primitives;

namespace Hubforge.Build.Provisioning;

/// <summary>Asks whether a Docker engine that can build is in reach.</summary>
internal interface IEngineProbe
{
    /// <summary>Returns why no engine can be used, or null when one can.</summary>
    Task<string?> WhyNotAsync(CancellationToken cancellationToken);

    /// <summary>Waits until an engine answers.</summary>
    /// <exception cref="MachineNotProvisionedException">None answered within a minute; the end of <paramref name="engineLog"/> is in the message.</exception>
    Task WaitAsync(AbsolutePath engineLog, CancellationToken cancellationToken);
}
