using System.Collections.Immutable;

namespace Hubforge.Missions.Specs;

/// <summary>What <c>mission.yml</c> says.</summary>
public sealed record MissionSettings
{
    /// <summary>One line that a person reads; the mission's name when it is not given.</summary>
    public required string Title { get; init; }

    /// <summary>Where the base image comes from.</summary>
    public required BaseSource Base { get; init; }

    /// <summary>What makes the environments; found out in the image when null.</summary>
    public EnvironmentManager? Manager { get; init; }

    /// <summary>The manager as the commands in images are told it (<c>ENV_MANAGER</c>); null when they find it out.</summary>
    public string? ManagerName => Manager?.ToString().ToLowerInvariant();

    /// <summary>The platforms to lock and build for, the main one first; only <c>linux/amd64</c> by default.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [DefaultPlatform];

    /// <summary>The first platform of <c>mission.yml</c>, whichever ones a run chooses: its locks and images have the plain names.</summary>
    public string MainPlatform { get; init; } = DefaultPlatform;

    /// <summary>The registry repository that <c>Push</c> uses; an image layout on disk when null.</summary>
    public string? Repository { get; init; }

    /// <summary>The tags that a push sets beside those of the command line.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How tests run.</summary>
    public TestSettings Test { get; init; } = new();

    /// <summary>How the image is tried out.</summary>
    public DevSettings Dev { get; init; } = new();

    internal const string DefaultPlatform = "linux/amd64";
}
