using System.Collections.Immutable;
using Hubforge.Automation;
using Hubforge.Containers.Engine;
using Hubforge.Processes;

namespace Hubforge.Build.Work;

/// <summary>Opens the engine for the first who needs it, and keeps it for the others.</summary>
internal sealed class PartsSource(WorkSettings settings, IProcessRunner processes)
{
    private readonly Lock _lock = new();
    private readonly EngineTranscript _transcript = new();
    private Task<Parts>? _parts;

    /// <summary>What the run was told.</summary>
    public WorkSettings Settings => settings;

    /// <summary>
    /// Returns what this engine was asked so far, as questions that a later run can ask again; null when it was told to do something,
    /// is no socket of this machine, or was found after others that may answer next time.
    /// </summary>
    public async Task<ImmutableArray<ServiceQuestion>?> FindQuestionsAsync(
        CancellationToken cancellationToken
    )
    {
        var engine = (await GetAsync(cancellationToken)).Engine;
        return
            engine.Rejected.IsEmpty
            && engine.Address.Socket is { } socket
            && _transcript.Questions is { } questions
            ? [.. questions.Select(target => new ServiceQuestion(socket, target))]
            : null;
    }

    /// <summary>Returns the parts that work on the engine.</summary>
    /// <exception cref="Containers.EngineUnavailableException">No engine answers.</exception>
    public async Task<Parts> GetAsync(CancellationToken cancellationToken)
    {
        Task<Parts> opening;
        lock (_lock)
        {
            // A failed opening is tried again: provisioning may have started an engine in between.
            if (_parts is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _parts = Parts.OpenAsync(settings, Finder(), processes, cancellationToken);
            }

            opening = _parts;
        }

        return await opening.WaitAsync(cancellationToken);
    }

    private EngineFinder Finder() =>
        new(processes) { Hint = settings.EngineHint, Transcript = _transcript };
}
