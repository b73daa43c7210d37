using System.Collections.Immutable;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Containers.Running;

/// <summary>Runs containers that are gone afterwards, whatever happens.</summary>
/// <param name="engine">The engine.</param>
/// <param name="time">Measures timeouts.</param>
public sealed class ContainerRunner(DockerEngine engine, TimeProvider time)
{
    /// <summary>Label with a random name of the run, on every container made here.</summary>
    public const string RunLabel = "hubforge.run";

    /// <summary>Label that names the program that made the container; see <see cref="ProcessIdentity"/>.</summary>
    public const string OwnerLabel = "hubforge.owner";

    private static readonly TimeSpan s_cleanLimit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Makes the container, copies in, starts, hands out its lines, waits, copies out, and removes it, also when something failed.
    /// Cancelling stops the container first. A non-zero exit code is no failure here.
    /// </summary>
    /// <exception cref="EngineException">The engine refused one of the steps.</exception>
    /// <exception cref="TimeoutException">It ran longer than <see cref="ContainerRun.Timeout"/>.</exception>
    public async Task<ContainerResult> RunAsync(
        ContainerRun run,
        Action<OutputLine> onLine,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Not cancelled halfway: without the reply nobody would know the id of what was made.
        var id = await engine.Containers.CreateAsync(Labelled(run.Spec), CancellationToken.None);
        using var deadline = Deadline(run.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            return await RunAsync(id, run, onLine, either.Token);
        }
        catch (OperationCanceledException)
        {
            await CleanAsync(
                token => engine.Containers.StopAsync(id, run.Patience, token),
                run.Patience
            );
            cancellationToken.ThrowIfCancellationRequested();
            throw TimeIsUp(run);
        }
        finally
        {
            await CleanAsync(token => engine.Containers.RemoveAsync(id, token), run.Patience);
        }
    }

    /// <summary>Removes containers whose program has ended without removing them (it was killed); returns their names.</summary>
    public async Task<ImmutableArray<string>> RemoveLeftoversAsync(
        CancellationToken cancellationToken
    )
    {
        var removed = ImmutableArray.CreateBuilder<string>();
        foreach (var container in await ListLeftoversAsync(cancellationToken))
        {
            await engine.Containers.RemoveAsync(container.Id, cancellationToken);
            removed.Add(container.Names.Count > 0 ? container.Names[0][1..] : container.Id);
        }

        return removed.ToImmutable();
    }

    /// <summary>Lists containers whose program has ended without removing them.</summary>
    public async Task<ImmutableArray<ContainerSummary>> ListLeftoversAsync(
        CancellationToken cancellationToken
    )
    {
        var containers = await engine.Containers.ListAsync([RunLabel], cancellationToken);
        return
        [
            .. containers.Where(container =>
                ProcessIdentity.Parse(container.Labels.GetValueOrDefault(OwnerLabel)) is { } owner
                && owner.HasEnded()
            ),
        ];
    }

    // What went wrong before matters more than an engine that does not clean up; the next run finds the container by its labels.
    private static async Task CleanAsync(Func<CancellationToken, Task> clean, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience + s_cleanLimit);
        try
        {
            await clean(limit.Token);
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            // Left to RemoveLeftoversAsync.
        }
    }

    private static ContainerSpec Labelled(ContainerSpec spec) =>
        spec with
        {
            Labels = spec
                .Labels.SetItem(RunLabel, Guid.NewGuid().ToString("N"))
                .SetItem(OwnerLabel, ProcessIdentity.Current.ToString()),
        };

    private static TimeoutException TimeIsUp(ContainerRun run) =>
        new(
            new FailureText($"A container of {run.Spec.Image} was stopped: its time was up.")
                .With("limit", $"{run.Timeout?.TotalSeconds:0} s")
                .With(
                    "command",
                    string.Join(
                        ' ',
                        run.Spec.Command.Select(part => ShellQuoting.Quote(part.ToString()))
                    )
                )
                .Try("give it more time, or look in the log where it stopped")
        );

    private CancellationTokenSource Deadline(TimeSpan? timeout) =>
        timeout is { } limit
            ? new CancellationTokenSource(limit, time)
            : new CancellationTokenSource();

    private async Task<ContainerResult> RunAsync(
        string id,
        ContainerRun run,
        Action<OutputLine> onLine,
        CancellationToken cancellationToken
    )
    {
        foreach (var input in run.Inputs)
        {
            await engine.Containers.CopyInAsync(id, input, cancellationToken);
        }

        await using var output = await engine.Containers.AttachAsync(id, cancellationToken);
        var started = time.GetTimestamp();
        await engine.Containers.StartAsync(id, cancellationToken);
        await output.ReadAsync(onLine, cancellationToken);
        var exitCode = await engine.Containers.WaitAsync(id, cancellationToken);
        var duration = time.GetElapsedTime(started);
        foreach (var copy in run.Outputs)
        {
            await engine.Containers.TryCopyOutAsync(id, copy, cancellationToken);
        }

        var state = await engine.Containers.FindAsync(id, cancellationToken);
        return new ContainerResult(exitCode, state?.State.OutOfMemory ?? false, duration);
    }
}
