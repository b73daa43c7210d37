using Hubforge.Automation.Cli;
using Hubforge.Primitives;

namespace Hubforge.Automation.Settled;

/// <summary>Answers a call from the record of the last run, when that found nothing to do and nothing has changed since. On the way to it as little is loaded as can be.</summary>
internal static class SettledAnswer
{
    /// <summary>Returns whether the call is answered; if not, nothing was printed.</summary>
    /// <param name="program">The file of the build program.</param>
    /// <param name="args">Command line.</param>
    /// <param name="surroundings">What is seen of the process.</param>
    public static bool TryGive(string program, string[] args, Surroundings surroundings)
    {
        var started = surroundings.Time.GetLocalNow();
        var start = surroundings.Time.GetTimestamp();
        if (
            FindRoot(args, surroundings) is not { } root
            || Find(root) is not { } run
            || run.Command != SettledCommand.Of(program, args, surroundings)
            || SettledRun.FindState(run.Evidence) != run.State
        )
        {
            return false;
        }

        var duration = surroundings.Time.GetElapsedTime(start);
        var output = SettledText.Fill(run.Output, started, duration);
        if (!TryKeep(root, output, SettledText.Fill(run.Json, started, duration)))
        {
            return false;
        }

        surroundings.Output.Write(output);
        surroundings.Output.Flush();
        return true;
    }

    private static bool TryKeep(AbsolutePath root, string log, string json)
    {
        try
        {
            AtomicFile.WriteText(root / "artifacts" / "run.json", json);
            AtomicFile.WriteText(root / ".nuke" / "temp" / "build.log", log);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false; // the run itself tells what stands in the way
        }
    }

    private static AbsolutePath? FindRoot(string[] args, Surroundings surroundings)
    {
        try
        {
            return RootSearch.Find(args, surroundings);
        }
        catch (InvalidBuildException)
        {
            return null; // told by the run itself
        }
    }

    private static SettledRun? Find(AbsolutePath root)
    {
        try
        {
            return SettledRun.Find(root);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // torn or not ours: the run finds out by itself
        }
    }
}
