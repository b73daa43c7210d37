using System.Collections.Immutable;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Containers.Building;

/// <summary>A build with BuildKit. Equivalent: <c>docker build</c>.</summary>
/// <param name="Context">Folder with what <c>COPY</c> may take.</param>
/// <param name="Dockerfile">The Dockerfile, inside the context or not.</param>
public sealed record ImageBuild(AbsolutePath Context, AbsolutePath Dockerfile)
{
    /// <summary>Names of the new image.</summary>
    public ImmutableArray<ImageReference> Tags { get; init; } = [];

    /// <summary>Values of <c>ARG</c>. They stay in the image's history; use <see cref="Secrets"/> for what must not.</summary>
    public ImmutableSortedDictionary<string, string> Arguments { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Labels of the new image.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Secrets for <c>RUN --mount=type=secret</c>.</summary>
    public ImmutableArray<BuildSecret> Secrets { get; init; } = [];

    /// <summary>The stage to build; the last one when null.</summary>
    public string? Target { get; init; }

    /// <summary>Platform such as <c>linux/amd64</c>; the engine's own when null.</summary>
    public string? Platform { get; init; }

    /// <summary>Whether every step runs again.</summary>
    public bool NoCache { get; init; }

    /// <summary>Whether base images are asked for anew at their registries.</summary>
    public bool Pull { get; init; }

    /// <summary>Network of the <c>RUN</c> steps: <c>default</c>, <c>host</c> or <c>none</c>; the engine's default when null.</summary>
    public string? Network { get; init; }

    /// <summary>More names for <c>/etc/hosts</c> during the build, as <c>name:address</c>.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The options of <c>docker build</c>, without the program and the subcommand.</summary>
    internal Command AppendTo(Command command, AbsolutePath idFile)
    {
        var build = command
            .With("--progress", "plain", "--file", Dockerfile.ToString())
            .With("--iidfile", idFile.ToString())
            .WithOptions("--tag", Tags.Select(tag => tag.ToString()))
            .WithOptions("--build-arg", Arguments.Select(pair => $"{pair.Key}={pair.Value}"))
            .WithOptions("--label", Labels.Select(pair => $"{pair.Key}={pair.Value}"))
            .WithOption("--target", Target)
            .WithOption("--platform", Platform)
            .WithOption("--network", Network)
            .WithOptions("--add-host", Hosts)
            .WithFlag("--no-cache", NoCache)
            .WithFlag("--pull", Pull);
        foreach (var (secret, index) in Secrets.Select((secret, index) => (secret, index)))
        {
            build = Append(build, secret, index);
        }

        return build.With("--", Context.ToString());
    }

    private static Command Append(Command build, BuildSecret secret, int index)
    {
        if (secret.Value is not { } value)
        {
            return build.With("--secret", $"id={secret.Id},src={secret.File}");
        }

        var variable = $"HUBFORGE_SECRET_{index}";
        return build
            .With("--secret", $"id={secret.Id},env={variable}")
            .WithVariable(variable, value);
    }
}
