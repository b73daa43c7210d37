using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Tools.Debian;

namespace Hubforge.Build.Provisioning;

/// <summary>
/// Brings a bare Debian machine to where images can be built: installs what is missing with apt and starts a Docker engine when none answers.
/// Every command is printed before it runs.
/// </summary>
/// <param name="engineLog">Where an engine that is started here writes its log.</param>
internal sealed class Provisioner(
    IProcessRunner processes,
    IEngineProbe engine,
    IReporter reporter,
    AbsolutePath engineLog
)
{
    private static readonly MachineTool s_docker = new(
        "dockerd",
        "docker.io",
        "builds and runs the images"
    );

    /// <summary>The machine; the one that this program runs on by default.</summary>
    public Machine Machine { get; init; } = Machine.Current(processes);

    /// <summary>Returns what is missing of all that can be seen without starting a program.</summary>
    public async Task<MachineNeeds> FindNeedsAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    ) => new(FindMissing(tools), await engine.WhyNoEngineAsync(cancellationToken), null);

    /// <summary>Returns what is missing, a client that can build among it.</summary>
    public async Task<MachineNeeds> FindAllNeedsAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    ) =>
        await FindNeedsAsync(tools, cancellationToken) with
        {
            NoBuilder = await engine.WhyNoBuilderAsync(cancellationToken),
        };

    /// <summary>Only tells what is missing; quick enough for every run.</summary>
    /// <exception cref="MachineNotReadyException">Something is missing.</exception>
    public async Task CheckAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    )
    {
        var needs = await FindNeedsAsync(tools, cancellationToken);
        if (!needs.IsEmpty)
        {
            throw new MachineNotReadyException(
                needs.Describe(),
                [.. Commands(needs).Select(command => command.ToString())]
            );
        }
    }

    /// <summary>Installs and starts what is missing; does nothing when all is there.</summary>
    /// <exception cref="MachineNotProvisionedException">Something is still missing after all.</exception>
    public async Task InstallAsync(
        IReadOnlyList<MachineTool> tools,
        CancellationToken cancellationToken
    )
    {
        var needs = await FindAllNeedsAsync(tools, cancellationToken);
        if (needs.IsEmpty)
        {
            return;
        }

        Refuse(needs);
        foreach (var command in Commands(needs))
        {
            reporter.Write(Severity.Information, $"$ {command}");
            await processes.RunAsync(
                command,
                line => reporter.Write(Severity.Debug, line.Text),
                cancellationToken
            );
        }

        await engine.WaitAsync(engineLog, cancellationToken);
    }

    private List<MachineTool> FindMissing(IEnumerable<MachineTool> tools) =>
        [.. tools.Where(tool => processes.FindProgram(tool.Program) is null)];

    private void Refuse(MachineNeeds needs)
    {
        if (needs.NoEngine is { } reason && engine.IsNamed)
        {
            throw new MachineNotProvisionedException(
                "The engine that --engine or DOCKER_HOST names does not answer.",
                reason,
                "start that engine, or leave both out to use one of this machine"
            );
        }

        if (!Machine.HasApt)
        {
            throw new MachineNotProvisionedException(
                "This machine cannot be provisioned: it has no apt-get.",
                string.Join('\n', needs.Describe()),
                "install these by hand, then run again without --provision"
            );
        }
    }

    private List<Command> Commands(MachineNeeds needs)
    {
        var commands = new List<Command>();
        var tools = needs.Tools.ToList();
        if (
            needs.NoBuilder is not null
            || (needs.NoEngine is not null && FindMissing([s_docker]).Count > 0)
        )
        {
            tools.Insert(0, s_docker);
        }

        if (tools.Count > 0)
        {
            var apt = new Apt(processes, Machine.Privilege);
            commands.Add(apt.UpdateCommand);
            commands.Add(
                apt.InstallCommand(new AptInstall([.. tools.Select(tool => tool.DebianPackage)]))
            );
        }

        if (needs.NoEngine is not null)
        {
            commands.Add(StartEngine());
        }

        return commands;
    }

    // Without systemd the engine is ours to start. It outlives this run, as a service would.
    private Command StartEngine() =>
        Machine.HasSystemd
            ? new Systemd(processes, Machine.Privilege).StartCommand("docker")
            : Machine.Privilege.Elevate(
                new Command("sh").With(
                    "-c",
                    "setsid dockerd >\"$1\" 2>&1 </dev/null &",
                    "sh",
                    engineLog.ToString()
                )
            );
}
