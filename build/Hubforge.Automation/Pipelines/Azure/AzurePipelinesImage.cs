namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>Agents that Azure hosts; name a pool of own agents with <see cref="AzurePipelinesAttribute.Pool"/>.</summary>
public enum AzurePipelinesImage
{
    /// <summary><c>ubuntu-latest</c></summary>
    UbuntuLatest,

    /// <summary><c>ubuntu-24.04</c></summary>
    Ubuntu2404,

    /// <summary><c>ubuntu-22.04</c></summary>
    Ubuntu2204,

    /// <summary><c>macOS-latest</c></summary>
    MacOsLatest,
}
