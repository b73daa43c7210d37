using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Hubforge.Containers.Engine;

/// <summary>What was asked of an engine, so that it can be asked again. Safe to use from several threads.</summary>
public sealed class EngineTranscript
{
    private readonly ConcurrentQueue<string> _questions = new();
    private volatile bool _hasOrders;

    /// <summary>Path and query of everything that was only read, with the version prefix; null when something else was asked as well.</summary>
    public ImmutableArray<string>? Questions =>
        _hasOrders ? null : [.. _questions.Distinct(StringComparer.Ordinal)];

    internal void Add(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get)
        {
            _questions.Enqueue(request.RequestUri!.PathAndQuery);
        }
        else
        {
            _hasOrders = true;
        }
    }
}
