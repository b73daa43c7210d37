using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Running;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Images;
using Hubforge.Missions.Locks;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Missions.Solving;

/// <summary>Throw-away containers of a base image in which the commands of the common image run on the specs of one environment.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="engine">Keeps the download caches.</param>
/// <param name="containers">Runs the containers.</param>
/// <param name="inputs">Says what a solve reads.</param>
public sealed class SolveSandbox(
    AbsolutePath root,
    DockerEngine engine,
    ContainerRunner containers,
    MissionInputs inputs
)
{
    internal const string Environments = "/opt/environments";
    internal const string Locks = "/opt/env-frozen";
    private const string CondaCache = "/var/cache/hubforge-conda";

    internal const string ToolVersions = "/tmp/hubforge-tools";

    private const string NetrcVariable = "HUBFORGE_NETRC";

    // The commands of the solve find the logins where every tool looks for them, and no longer in their environment.
    private const string WriteNetrc = $"""
        (umask 077; printf '%s' "${NetrcVariable}" > /root/.netrc) || exit $?
        unset {NetrcVariable}

        """;

    /// <summary>Runs a shell script whose <c>$1</c> is the environment's name, and copies out what is asked for.</summary>
    internal async Task<ContainerResult> RunAsync(
        SandboxRun run,
        Action<OutputLine> onLine,
        CancellationToken cancellationToken
    )
    {
        var spec = new ContainerSpec(run.BaseImage)
        {
            Entrypoint = ["/bin/sh"],
            Command = ["-c", Script(run), "hubforge", run.Order.Environment.Name],
            User = "0",
            WorkingDirectory = "/",
            Environment = Variables(run.Order),
            Labels = ImmutableSortedDictionary<string, string>
                .Empty.Add(ImageLabels.Kind, "solve")
                .Add(ImageLabels.Mission, run.Order.Mission.Name),
            Mounts = await MountsAsync(run.Order, cancellationToken),
            Network = run.Order.Image.Options.Network,
            Hosts = run.Order.Image.Options.Hosts,
        };
        var stage = Stage(run.Order);
        return await containers.RunAsync(
            new ContainerRun(spec)
            {
                Inputs = [new ContainerCopy(stage.Folder / "opt", "/opt")],
                Outputs = run.Outputs,
            },
            onLine,
            cancellationToken
        );
    }

    private static string Script(SandboxRun run) =>
        run.Order.Image.Options.Logins.IsEmpty ? run.Script : WriteNetrc + run.Script;

    private static ImmutableSortedDictionary<string, Argument> Variables(SolveOrder order)
    {
        var options = order.Image.Options;
        var variables = options.Variables.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => (Argument)pair.Value
        );
        variables = variables
            .SetItem("USE_FROZEN", "0")
            .SetItem("STRICT_LOCKS", options.StrictLocks ? "1" : "0")
            .SetItem("PLATFORM", order.Image.Platform)
            .SetItem("UPDATE_PACKAGES", string.Join(' ', order.Update))
            .SetItem("CAL_VERSION", order.CalVersion)
            .SetItem("PYTHONUNBUFFERED", "1")
            .SetItem("CONDA_PKGS_DIRS", CondaCache)
            .SetItem(
                "SOURCE_DATE_EPOCH",
                options.SourceDateEpoch.ToString(CultureInfo.InvariantCulture)
            );
        if (!options.Logins.IsEmpty)
        {
            variables = variables.SetItem(NetrcVariable, HostLogin.ToNetrc(options.Logins));
        }

        return order.Mission.Settings.ManagerName is { } manager
            ? variables.SetItem("ENV_MANAGER", manager)
            : variables;
    }

    private BuildContext Stage(SolveOrder order)
    {
        var mission = order.Mission;
        var name = order.Environment.Name;
        var slug = $"solve-{mission.Name}-{name}-{order.Image.Platform.Replace('/', '-')}";
        var context = BuildContext
            .Create(root, slug)
            .Add(inputs.CommonFolder / "common-scripts", "opt/common-scripts")
            .Add(inputs.CommonFolder / "common-env", "opt/common-env")
            .Add(mission.PackagesFolder, "opt/packages")
            .Add(
                mission.EnvironmentsFolder / "common-hints.pip",
                "opt/environments/common-hints.pip"
            );
        foreach (var file in order.Environment.Files)
        {
            context.Add(file.Path, $"opt/environments/{name}/{file.Path.Name}");
        }

        var old = new LockStore(mission).FolderOf(name, order.Image.Platform);
        foreach (var file in old.DirectoryExists ? Directory.EnumerateFiles(old) : [])
        {
            var path = AbsolutePath.Parse(file);
            context.Add(path, $"opt/env-frozen/{name}/{path.Name}");
        }

        return context;
    }

    // apt locks its download folder and fails when another holds it, so every environment has its own; pip, uv and conda share theirs.
    private async Task<ImmutableArray<ContainerMount>> MountsAsync(
        SolveOrder order,
        CancellationToken cancellationToken
    )
    {
        var own =
            $"{order.Mission.Name}-{order.Environment.Name}-{order.Image.Platform.Replace('/', '-')}";
        (string Name, string Target)[] caches =
        [
            ("hubforge-cache-home", "/root/.cache"),
            ("hubforge-cache-conda", CondaCache),
            ($"hubforge-cache-apt-{own}", "/var/cache/apt/archives"),
            ($"hubforge-cache-apt-lists-{own}", "/var/lib/apt/lists"),
        ];
        var mounts = ImmutableArray.CreateBuilder<ContainerMount>();
        foreach (var (name, target) in caches)
        {
            await engine.Volumes.EnsureAsync(
                name,
                new Dictionary<string, string> { [ImageLabels.Kind] = "cache" },
                cancellationToken
            );
            mounts.Add(ContainerMount.OfVolume(name, target));
        }

        return mounts.ToImmutable();
    }
}
