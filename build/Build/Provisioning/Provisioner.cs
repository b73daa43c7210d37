using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Build.Provisioning;

/// <summary>
/// Brings a bare Debian machine to where images can be built: installs what is missing with apt and starts a Docker engine when none answers.
/// Every command is printed before it runs.
/// </summary>
internal sealed class Provisioner(
    IProcessRunner processes,
    Machine machine,
    IEngineProbe engine,
    IReporter reporter
)
{
    private static readonly MachineTool s_docker = new(
        "dockerd",
        "docker.io",
        "builds and runs the images"
    );

    /// <summary>Does nothing when all is there.</summary>
    /// <param name="tools">The programs that this run calls.</param>
    /// <param name="install">Whether the machine may be changed; when false, what is missing is only told.</param>
    /// <param name="engineLog">Where an engine that is started here writes its log.</param>
    /// <exception cref="MachineNotReadyException">Something is missing and <paramref name="install"/> is false.</exception>
    /// <exception cref="MachineNotProvisionedException">Something is still missing after all.</exception>
    public async Task RunAsync(
        IReadOnlyList<MachineTool> tools,
        bool install,
        AbsolutePath engineLog,
        CancellationToken cancellationToken
    )
    {
        var missing = tools.Where(tool => processes.FindProgram(tool.Program) is null).ToList();
        var rejected = await engine.WhyNotAsync(cancellationToken);
        if (missing.Count == 0 && rejected is null)
        {
            return;
        }

        var wanted =
            rejected is null || processes.FindProgram(s_docker.Program) is not null
                ? missing
                : [s_docker, .. missing];
        var commands = Commands(wanted, startEngine: rejected is not null, engineLog);
        if (!install)
        {
            throw new MachineNotReadyException(
                Describe(missing, rejected),
                [.. commands.Select(command => command.ToString())]
            );
        }

        if (!machine.HasApt && wanted.Count > 0)
        {
            throw new MachineNotProvisionedException(
                "This machine cannot be provisioned: it has no apt-get.",
                string.Join('\n', Describe(missing, rejected)),
                "install these by hand, then run again without --provision"
            );
        }

        foreach (var command in commands)
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

    private static List<string> Describe(IEnumerable<MachineTool> missing, string? rejected)
    {
        var lines = missing
            .Select(tool => $"{tool.Program} (Debian package {tool.DebianPackage}): {tool.Purpose}")
            .ToList();
        if (rejected is not null)
        {
            lines.Add(
                $"a Docker engine with BuildKit (Debian package {s_docker.DebianPackage}):\n{rejected}"
            );
        }

        return lines;
    }

    private List<Command> Commands(
        IReadOnlyCollection<MachineTool> wanted,
        bool startEngine,
        AbsolutePath engineLog
    )
    {
        var commands = new List<Command>();
        if (wanted.Count > 0)
        {
            var packages = wanted.Select(tool => (Argument)tool.DebianPackage).ToArray();
            commands.Add(Quietly(machine.AsRoot("apt-get", "update")));
            commands.Add(
                Quietly(
                    machine.AsRoot(
                        "apt-get",
                        ["install", "--yes", "--no-install-recommends", .. packages]
                    )
                )
            );
        }

        if (startEngine)
        {
            commands.Add(StartEngine(engineLog));
        }

        return commands;
    }

    // Without systemd the engine is ours to start. It outlives this run, as a service would.
    private Command StartEngine(AbsolutePath engineLog) =>
        machine.HasSystemd
            ? machine.AsRoot("systemctl", "start", "docker")
            : machine.AsRoot(
                "sh",
                "-c",
                "setsid dockerd >\"$1\" 2>&1 </dev/null &",
                "sh",
                engineLog.ToString()
            );

    private static Command Quietly(Command command) =>
        command.WithVariable("DEBIAN_FRONTEND", "noninteractive");
}
