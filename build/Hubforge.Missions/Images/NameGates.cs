using System.Collections.Concurrent;

namespace Hubforge.Missions.Images;

/// <summary>Lets one at a time do something under a name.</summary>
internal sealed class NameGates
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();

    public async Task<T> RunAsync<T>(
        string name,
        Func<Task<T>> action,
        CancellationToken cancellationToken
    )
    {
        var gate = _gates.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await action();
        }
        finally
        {
            gate.Release();
        }
    }
}
