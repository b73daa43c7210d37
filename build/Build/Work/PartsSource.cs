using Hubforge.Processes;

namespace Hubforge.Build.Work;

/// <summary>Opens the engine for the first who needs it, and keeps it for the others.</summary>
internal sealed class PartsSource(WorkSettings settings, IProcessRunner processes)
{
    private readonly Lock _lock = new();
    private Task<Parts>? _parts;

    /// <summary>What the run was told.</summary>
    public WorkSettings Settings => settings;

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
                _parts = Parts.OpenAsync(settings, processes, cancellationToken);
            }

            opening = _parts;
        }

        return await opening.WaitAsync(cancellationToken);
    }
}
