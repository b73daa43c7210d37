using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hubforge.Containers.Engine;

/// <summary>One request to the engine: method, path, query and body, and the words for the message when it fails.</summary>
internal sealed record EngineRequest(HttpMethod Method, string Path, string Purpose)
{
    public ImmutableArray<(string Name, string Value)> Query { get; init; } = [];

    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    public Func<HttpContent>? Body { get; init; }

    public string Hint { get; init; } = "look at the engine's own log (journalctl -u docker)";

    /// <summary>Statuses that are no failure beside the 200s: what was asked for is so already.</summary>
    public ImmutableArray<HttpStatusCode> Accepted { get; init; } = [];

    /// <summary>Whether the connection becomes a raw two-way stream.</summary>
    public bool Upgrade { get; init; }

    /// <summary>Path below the version prefix, with the query.</summary>
    public string PathAndQuery =>
        Query.IsEmpty
            ? Path
            : Path
                + "?"
                + string.Join(
                    '&',
                    Query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")
                );

    /// <summary>Escapes a name, keeping the slashes between its parts.</summary>
    public static string Escape(string name) =>
        string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    public EngineRequest With(string name, string? value) =>
        value is null ? this : this with { Query = Query.Add((name, value)) };

    public EngineRequest With(string name, bool value) => value ? With(name, "1") : this;

    public EngineRequest Accepting(params ImmutableArray<HttpStatusCode> statuses) =>
        this with
        {
            Accepted = statuses,
        };

    public EngineRequest WithHeader(string name, string? value) =>
        value is null ? this : this with { Headers = Headers.Add((name, value)) };

    public EngineRequest WithFilters(IReadOnlyDictionary<string, IReadOnlyList<string>> filters) =>
        filters.Count == 0
            ? this
            : With(
                "filters",
                JsonSerializer.Serialize(
                    filters,
                    EngineJson.Default.IReadOnlyDictionaryStringIReadOnlyListString
                )
            );

    public EngineRequest WithJson<T>(T value, JsonTypeInfo<T> type) =>
        this with
        {
            Body = () =>
                new StringContent(
                    JsonSerializer.Serialize(value, type),
                    Encoding.UTF8,
                    "application/json"
                ),
        };

    public EngineRequest WithTar(Func<Stream, CancellationToken, Task> write) =>
        this with
        {
            Body = () =>
                new StreamedContent(write)
                {
                    Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") },
                },
        };
}
