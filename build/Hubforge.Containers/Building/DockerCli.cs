#pragma warning disable VSTHRD003 // the search for the program is shared by all builds and waits for nobody
using Hubforge.Containers.Engine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Containers.Building;

/// <summary>Builds images with the docker program of this machine on the engine that was opened.</summary>
public sealed class DockerCli(IProcessRunner processes, DockerEngine engine)
{
    private readonly Lock _lock = new();
    private Task<DockerProgram>? _program;

    /// <summary>A buildx builder (<c>--builder</c>); the engine's own when null.</summary>
    public string? Builder { get; init; }

    /// <summary>Builds an image and returns its id. Equivalent: <c>docker build</c>; steps are reported as progress, their output as debug lines.</summary>
    /// <exception cref="BuildKitMissingException">No docker program here can build with BuildKit.</exception>
    /// <exception cref="EngineException">A step failed (the message has its last lines), or the engine has no BuildKit.</exception>
    public async Task<BuiltImage> BuildAsync(
        ImageBuild build,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var program = await ProgramAsync().WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("hubforge-build-");
        try
        {
            var idFile = AbsolutePath.Parse(folder.FullName) / "id";
            var progress = new BuildProgress(reporter);
            await RunAsync(ToCommand(program, build, idFile), progress, cancellationToken);
            var (ran, cached) = progress.Counts;
            var id = await File.ReadAllTextAsync(idFile, cancellationToken);
            return new BuiltImage(id.Trim(), ran, cached);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns the docker program that builds are run with; it is looked for once.</summary>
    public Task<DockerProgram> ProgramAsync()
    {
        lock (_lock)
        {
            return _program ??= new DockerProgramSearch(processes).FindAsync(
                Builder is not null,
                CancellationToken.None
            );
        }
    }

    internal Command ToCommand(DockerProgram program, ImageBuild build, AbsolutePath idFile)
    {
        var command = new Command(program.Path)
            .WithVariable("DOCKER_HOST", engine.Address.ToString())
            .WithVariable("DOCKER_CONTEXT", null)
            .WithVariable("BUILDKIT_COLORS", null)
            .WithVariable("NO_COLOR", "1");
        if (engine.Address.CertificateDirectory is { } certificates)
        {
            command = command
                .WithVariable("DOCKER_TLS_VERIFY", "1")
                .WithVariable("DOCKER_CERT_PATH", certificates.ToString());
        }

        command = program.HasBuildx
            ? command.With("buildx", "build", "--load").WithOption("--builder", Builder)
            : command.WithVariable("DOCKER_BUILDKIT", "1").With("build");
        return build.AppendTo(command, idFile);
    }

    private async Task RunAsync(
        Command command,
        BuildProgress progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await processes.RunAsync(command, line => progress.Take(line.Text), cancellationToken);
        }
        catch (CommandFailedException failure)
        {
            throw BuildFailure.Of(command, failure, progress);
        }
    }
}
