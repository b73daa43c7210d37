using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Conventions.Tests;

/// <summary>The build program of this project, as it was compiled with the tests.</summary>
internal static class BuildProgram
{
    private static readonly ProcessRunner s_processes = new();

    /// <summary>Runs it to its end, whatever its exit code is.</summary>
    /// <param name="directory">Where it is started.</param>
    /// <param name="words">What is typed after <c>./build.sh</c>.</param>
    /// <param name="cancellationToken"></param>
    public static Task<CommandResult> RunAsync(
        AbsolutePath directory,
        IEnumerable<string> words,
        CancellationToken cancellationToken
    ) =>
        s_processes.RunAsync(
            new Command("dotnet")
                .With(Path.Combine(AppContext.BaseDirectory, "hubforge.dll"))
                .With([.. words.Select(word => (Argument)word)]) with
            {
                WorkingDirectory = directory,
                AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            },
            null,
            cancellationToken
        );
}
