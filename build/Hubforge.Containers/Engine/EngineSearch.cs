using Hubforge.Primitives;

namespace Hubforge.Containers.Engine;

/// <summary>Where to look for an engine: what the user said and what the environment says. Made by <see cref="From"/>.</summary>
public sealed record EngineSearch
{
    /// <summary>The value of <c>--engine</c>: an address, or the name of a docker context. When given, nothing else is tried.</summary>
    public string? Given { get; init; }

    /// <summary><c>DOCKER_HOST</c>.</summary>
    public string? DockerHost { get; init; }

    /// <summary><c>DOCKER_CONTEXT</c>, which overrides the current context of <c>config.json</c>.</summary>
    public string? DockerContext { get; init; }

    /// <summary>Whether <c>DOCKER_TLS_VERIFY</c> is set.</summary>
    public bool UseTls { get; init; }

    /// <summary><c>DOCKER_CERT_PATH</c>; the configuration folder when null.</summary>
    public AbsolutePath? CertificateDirectory { get; init; }

    /// <summary><c>DOCKER_CONFIG</c>, by default <c>~/.docker</c>; null when there is no home.</summary>
    public AbsolutePath? ConfigurationDirectory { get; init; }

    /// <summary>Sockets looked at last, in this order.</summary>
    public IReadOnlyList<EngineAddress> UsualPlaces { get; init; } = [];

    /// <summary>Reads the docker client's variables.</summary>
    /// <param name="given">The value of <c>--engine</c>; null when it was not given.</param>
    /// <param name="variable">Returns an environment variable, or null.</param>
    public static EngineSearch From(string? given, Func<string, string?> variable)
    {
        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
        var home = Value("HOME") ?? Value("USERPROFILE");
        var configuration = Value("DOCKER_CONFIG") ?? (home is null ? null : $"{home}/.docker");
        return new EngineSearch
        {
            Given = given,
            DockerHost = Value("DOCKER_HOST"),
            DockerContext = Value("DOCKER_CONTEXT"),
            UseTls = Value("DOCKER_TLS_VERIFY") is not null,
            CertificateDirectory = PathOf(Value("DOCKER_CERT_PATH")),
            ConfigurationDirectory = PathOf(configuration),
            UsualPlaces = [.. Usual(Value("XDG_RUNTIME_DIR"), home)],
        };
    }

    private static AbsolutePath? PathOf(string? path) =>
        path is not null && Path.IsPathFullyQualified(path) ? AbsolutePath.Parse(path) : null;

    private static IEnumerable<EngineAddress> Usual(string? runtime, string? home)
    {
        if (OperatingSystem.IsWindows())
        {
            string[] pipes = ["docker_engine", "podman-machine-default"];
            return pipes.Select(name => EngineAddress.OfPipe(name));
        }

        string?[] sockets =
        [
            "/var/run/docker.sock",
            runtime is null ? null : $"{runtime}/docker.sock",
            home is null ? null : $"{home}/.docker/run/docker.sock",
            runtime is null ? null : $"{runtime}/podman/podman.sock",
            "/run/podman/podman.sock",
        ];
        return sockets
            .OfType<string>()
            .Select(path => EngineAddress.OfSocket(AbsolutePath.Parse(path)));
    }
}
