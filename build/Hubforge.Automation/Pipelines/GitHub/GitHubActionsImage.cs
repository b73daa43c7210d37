namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>Runners that GitHub hosts; name any other with <see cref="GitHubActionsAttribute.RunsOn"/>.</summary>
public enum GitHubActionsImage
{
    /// <summary><c>ubuntu-latest</c></summary>
    UbuntuLatest,

    /// <summary><c>ubuntu-24.04</c></summary>
    Ubuntu2404,

    /// <summary><c>ubuntu-22.04</c></summary>
    Ubuntu2204,

    /// <summary><c>ubuntu-24.04-arm</c></summary>
    Ubuntu2404Arm,

    /// <summary><c>macos-latest</c></summary>
    MacOsLatest,

    /// <summary><c>windows-latest</c></summary>
    WindowsLatest,
}
