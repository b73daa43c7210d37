using Hubforge.Build.Work;
using Hubforge.Containers;
using Hubforge.Containers.Building;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Build.Provisioning;

/// <summary>Looks for the engine as every other part of the build does.</summary>
internal sealed class EngineProbe(IProcessRunner processes, PartsSource source, TimeProvider time)
    : IEngineProbe
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private EngineSearch Search => source.Settings.EngineSearch;

    public bool IsNamed => Search.Given is not null || Search.DockerHost is not null;

    public async Task<string?> WhyNoEngineAsync(CancellationToken cancellationToken)
    {
        try
        {
            await source.GetAsync(cancellationToken);
            return null;
        }
        catch (EngineUnavailableException failure)
        {
            return string.Join('\n', failure.Rejected);
        }
    }

    public async Task<string?> WhyNoBuilderAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DockerPrograms.FindAsync(processes, cancellationToken);
            return null;
        }
        catch (BuildKitMissingException failure)
        {
            return failure.Message;
        }
    }

    public async Task WaitAsync(AbsolutePath engineLog, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (await WhyNoEngineAsync(cancellationToken) is { } reason)
        {
            if (time.GetElapsedTime(started) > s_patience)
            {
                throw new MachineNotProvisionedException(
                    $"No Docker engine answers {s_patience.TotalSeconds:0} seconds after it was started.",
                    $"{reason}\n{LastLines(engineLog)}",
                    $"read {engineLog}, start the engine by hand, then run again"
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
        }
    }

    private static string LastLines(AbsolutePath log) =>
        log.FileExists ? string.Join('\n', File.ReadLines(log).TakeLast(10)) : "";
}
