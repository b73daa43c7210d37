using System.Collections.Concurrent;
using System.Globalization;
using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Project;

/// <summary>A run of <c>./build.sh</c> that has not ended, to be watched and to be sent signals.</summary>
internal sealed class RunningBuild
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly BuildCall _call;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly AbsolutePath _processFile;
    private readonly Task<CommandResult> _run;

    public RunningBuild(AbsolutePath root, BuildCall call, CancellationToken cancellationToken)
    {
        _call = call;
        _processFile = AbsolutePath.Parse(Path.GetTempPath()) / $"hubforge-{Guid.NewGuid():N}.pid";
        // build.sh replaces itself with the program, so that the number of the shell stays the number of the program.
        // Tests that run in the background of a shell inherit that SIGINT is ignored, which nobody at a terminal does.
        var command = new Command("sh")
            .With(
                "-c",
                "echo $$ >\"$0\"; exec env --default-signal=INT ./build.sh \"$@\"",
                _processFile.ToString()
            )
            .With([.. call.Arguments.Select(argument => (Argument)argument)]);
        _run = Programs.Runner.RunAsync(
            command with
            {
                WorkingDirectory = root,
                Environment = BuildEnvironment.Clean.SetItems(call.Variables),
                AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            },
            line => _lines.Enqueue(line.Text),
            cancellationToken
        );
    }

    /// <summary>The lines printed so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Waits for the end.</summary>
    public async Task<BuildOutcome> EndAsync()
    {
        try
        {
            return new BuildOutcome(_call.ToString(), await _run.WaitAsync(CancellationToken.None));
        }
        finally
        {
            File.Delete(_processFile);
        }
    }

    /// <summary>Waits until <paramref name="condition"/> holds; fails the test when the run ends before.</summary>
    public async Task WaitUntilAsync(
        string what,
        Func<CancellationToken, Task<bool>> condition,
        CancellationToken cancellationToken
    )
    {
        await Patience.WaitAsync(
            what,
            s_patience,
            async token => _run.IsCompleted || await condition(token),
            cancellationToken
        );
        if (_run.IsCompleted)
        {
            Assert.Fail($"The run ended before this was so: {what}\n{await EndAsync()}");
        }
    }

    /// <summary>Sends a signal (<c>INT</c>, <c>KILL</c>) to the program alone, not to what it started; fails the test when it has ended.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        if (_run.IsCompleted)
        {
            Assert.Fail($"The run ended before it could be sent a signal.\n{await EndAsync()}");
        }

        await Programs.ReadAsync(
            "kill",
            ["-s", signal, $"{await ProcessIdAsync(cancellationToken)}"],
            cancellationToken
        );
    }

    private async Task<int> ProcessIdAsync(CancellationToken cancellationToken)
    {
        await Patience.WaitAsync(
            "the shell has written its number",
            TimeSpan.FromSeconds(10),
            async token =>
                _processFile.FileExists
                && (await File.ReadAllTextAsync(_processFile, token)).EndsWith('\n'),
            cancellationToken
        );
        return int.Parse(
            await File.ReadAllTextAsync(_processFile, cancellationToken),
            CultureInfo.InvariantCulture
        );
    }
}
