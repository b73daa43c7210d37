using System.Diagnostics.CodeAnalysis;
using Hubforge.Automation.Reporting;
using Hubforge.Automation.Settled;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>From the command line to the exit code.</summary>
internal static class Program
{
    public static int Run<TBuild>(string[] args, Func<TBuild, Target>[] defaultTargets)
        where TBuild : HubforgeBuild, new()
    {
        var surroundings = ProcessSurroundings.Create();
#pragma warning disable VSTHRD002 // the one place where the program waits: Main is synchronous in NUKE's form
        var exitCode = RunAsync(args, () => new TBuild(), defaultTargets, surroundings)
            .GetAwaiter()
            .GetResult();
#pragma warning restore VSTHRD002
        surroundings.Output.Flush();
        surroundings.Error.Flush();
        return exitCode;
    }

    public static string[] CommandLine() => Environment.GetCommandLineArgs()[1..];

    public static Task<int> RunAsync<TBuild>(
        string[] args,
        Func<TBuild> create,
        Func<TBuild, Target>[] defaultTargets,
        Surroundings surroundings
    )
        where TBuild : HubforgeBuild =>
        SettledAnswer.TryGive(typeof(TBuild).Assembly.Location, args, surroundings)
            ? Task.FromResult(ExitCodes.Done)
            : InvokeAsync(args, create, defaultTargets, surroundings);

    // The run is over and went well; that it cannot be remembered changes neither.
    private static async Task RehearseAsync<TBuild>(
        Invocation invocation,
        Func<TBuild> create,
        Func<HubforgeBuild, Target[]> targets
    )
        where TBuild : HubforgeBuild
    {
        try
        {
            await invocation.RehearseAsync(typeof(TBuild).Assembly.Location, create, targets);
        }
        catch (Exception failure)
            when (failure is HubforgeException or IOException or UnauthorizedAccessException)
        {
            // an engine that has gone away meanwhile, or a full disk: the next run finds out by itself
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "The last door: everything becomes an exit code."
    )]
    private static async Task<int> InvokeAsync<TBuild>(
        string[] args,
        Func<TBuild> create,
        Func<TBuild, Target>[] defaultTargets,
        Surroundings surroundings
    )
        where TBuild : HubforgeBuild
    {
        var ansi = new Ansi(surroundings.HasColors);
        var invocation = new Invocation(args, surroundings);
        try
        {
            var exitCode = await invocation.RunAsync(create, Targets);
            if (
                exitCode == ExitCodes.Done
                && invocation.HasRun
                && typeof(IShowEvidence).IsAssignableFrom(typeof(TBuild))
            )
            {
                await RehearseAsync(new Invocation(args, surroundings), create, Targets);
            }

            return exitCode;
        }
        catch (InvalidBuildException failure)
        {
            return Fail(failure.Message, ExitCodes.Usage);
        }
        catch (HubforgeException failure)
        {
            return Fail(failure.Message, ExitCodes.TargetFailed);
        }
        catch (OperationCanceledException)
        {
            return Fail("The run was cancelled.", ExitCodes.Cancelled);
        }
        catch (Exception failure)
        {
            return Fail($"This is a bug of the build program.\n{failure}", ExitCodes.Bug);
        }

        Target[] Targets(HubforgeBuild build) =>
            Array.ConvertAll(defaultTargets, target => target((TBuild)build));

        int Fail(string message, int exitCode)
        {
            surroundings.Output.Flush();
            surroundings.Error.WriteLine(ansi.Red("error: ") + invocation.Secrets.Apply(message));
            surroundings.Error.Flush();
            return exitCode;
        }
    }
}
