using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Containers.Engine;
using Hubforge.Processes;

namespace Hubforge.Containers.Running;

/// <summary>A container to be made. Equivalent: the options of <c>docker create</c>.</summary>
/// <param name="Image">Name or id of an image that the engine has.</param>
public sealed record ContainerSpec(string Image)
{
    /// <summary>Its name; the engine invents one when null.</summary>
    public string? Name { get; init; }

    /// <summary>Arguments; those of the image when empty.</summary>
    public ImmutableArray<Argument> Command { get; init; } = [];

    /// <summary>Replaces the image's entry point when not empty. To run <see cref="Command"/> bare, take its first word here.</summary>
    public ImmutableArray<string> Entrypoint { get; init; } = [];

    /// <summary>Variables added to those of the image; values may be secrets.</summary>
    public ImmutableSortedDictionary<string, Argument> Environment { get; init; } =
        ImmutableSortedDictionary<string, Argument>.Empty;

    /// <summary>Labels.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>User as name or id, with an optional <c>:group</c>; that of the image when null.</summary>
    public string? User { get; init; }

    /// <summary>Folder that the program starts in; that of the image when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Folders, volumes and memory seen inside.</summary>
    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Ports reached through the engine's machine.</summary>
    public ImmutableArray<PublishedPort> Ports { get; init; } = [];

    /// <summary><c>bridge</c>, <c>host</c>, <c>none</c> or the name of a network; the engine's default when null.</summary>
    public string? Network { get; init; }

    /// <summary>More names for <c>/etc/hosts</c>, as <c>name:address</c>.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Most memory in bytes; unlimited when null.</summary>
    public long? Memory { get; init; }

    /// <summary>Size of <c>/dev/shm</c> in bytes; the engine's 64 MiB when null.</summary>
    public long? SharedMemory { get; init; }

    /// <summary>Whether the engine's own init is process 1, reaps orphans and passes signals on.</summary>
    public bool Init { get; init; } = true;

    /// <summary>Whether there is a terminal, which joins both output streams.</summary>
    public bool Terminal { get; init; }

    /// <summary>Whether the program may change user rights upwards (sudo, setuid programs).</summary>
    public bool NewPrivileges { get; init; } = true;

    internal EngineRequest ToRequest() =>
        new EngineRequest(
            HttpMethod.Post,
            "containers/create",
            $"make a container of image '{Image}'"
        )
        {
            Hint =
                "see that the image is there (docker images) and that no container has this name (docker ps --all)",
        }
            .With("name", Name)
            .WithJson(ToBody(), EngineJson.Default.CreateContainerBody);

    internal CreateContainerBody ToBody() =>
        new()
        {
            Image = Image,
            Cmd = Command.IsEmpty ? null : [.. Command.Select(argument => argument.Reveal())],
            Entrypoint = Entrypoint.IsEmpty ? null : Entrypoint,
            Env = Environment.IsEmpty
                ? null
                : [.. Environment.Select(pair => $"{pair.Key}={pair.Value.Reveal()}")],
            Labels = Labels.IsEmpty ? null : Labels,
            User = User,
            WorkingDir = WorkingDirectory,
            Tty = Terminal,
            ExposedPorts = Ports.IsEmpty ? null : Ports.ToDictionary(KeyOf, _ => new EmptyObject()),
            HostConfig = ToHostBody(),
        };

    private HostBody ToHostBody() =>
        new()
        {
            Init = Init,
            Memory = Memory,
            ShmSize = SharedMemory,
            NetworkMode = Network,
            ExtraHosts = Hosts.IsEmpty ? null : Hosts,
            SecurityOpt = NewPrivileges ? null : ["no-new-privileges"],
            Mounts = Mounts.IsEmpty
                ? null
                :
                [
                    .. Mounts.Select(mount => new MountBody(
                        mount.Type,
                        mount.Source,
                        mount.Target,
                        mount.ReadOnly
                    )),
                ],
            PortBindings = Ports.IsEmpty
                ? null
                : Ports.ToDictionary(
                    KeyOf,
                    port =>
                        (IReadOnlyList<PortBinding>)
                            [
                                new PortBinding(
                                    port.HostAddress,
                                    port.HostPort?.ToString(CultureInfo.InvariantCulture) ?? ""
                                ),
                            ]
                ),
        };

    private static string KeyOf(PublishedPort port) =>
        string.Create(CultureInfo.InvariantCulture, $"{port.Port}/tcp");
}
