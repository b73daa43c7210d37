using System.Globalization;
using System.Text.RegularExpressions;
using Hubforge.Processes;

namespace Hubforge.Containers.Building;

/// <summary>Chooses among the docker programs on <c>PATH</c> by what they can do.</summary>
internal sealed partial class DockerProgramSearch(IProcessRunner processes)
{
    // From this version on the client has no BuildKit of its own.
    private const int FirstWithoutBuildKit = 23;

    /// <summary>Returns the first program with buildx, else the first that builds with BuildKit by itself.</summary>
    /// <exception cref="BuildKitMissingException">There is none; every program is named with what it lacks.</exception>
    public async Task<DockerProgram> FindAsync(
        bool needsBuildx,
        CancellationToken cancellationToken
    )
    {
        var programs = processes.ListPrograms("docker");
        DockerProgram? plain = null;
        var rejected = new List<string>();
        foreach (var path in programs)
        {
            if (await SucceedsAsync(new Command(path).With("buildx", "version"), cancellationToken))
            {
                return new DockerProgram(path, HasBuildx: true);
            }

            var version = await VersionAsync(path, cancellationToken);
            if (!needsBuildx && MajorOf(version) is > 18 and < FirstWithoutBuildKit)
            {
                plain ??= new DockerProgram(path, HasBuildx: false);
            }
            else
            {
                rejected.Add($"{path}: {version}, without buildx");
            }
        }

        return plain ?? throw new BuildKitMissingException(rejected);
    }

    private static int? MajorOf(string version) =>
        DockerVersion().Match(version) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^Docker version (\d+)\.")]
    private static partial Regex DockerVersion();

    private async Task<string> VersionAsync(string path, CancellationToken cancellationToken)
    {
        var result = await processes.RunAsync(
            Quiet(new Command(path).With("--version")),
            null,
            cancellationToken
        );
        return result.ExitCode == 0 ? result.Output.Trim() : "a program that tells no version";
    }

    private async Task<bool> SucceedsAsync(Command command, CancellationToken cancellationToken) =>
        (await processes.RunAsync(Quiet(command), null, cancellationToken)).ExitCode == 0;

    private static Command Quiet(Command command) =>
        command with
        {
            AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
        };
}
