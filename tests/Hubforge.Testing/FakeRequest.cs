namespace Hubforge.Testing;

/// <summary>A request that a <see cref="FakeEngine"/> got.</summary>
/// <param name="Method">GET, POST, ...</param>
/// <param name="Target">Path and query as they came, version prefix included.</param>
/// <param name="Headers">Headers; names in lower case.</param>
/// <param name="Body">The body.</param>
public sealed record FakeRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>The path, unescaped, without version prefix and query.</summary>
    public string Path
    {
        get
        {
            var path = Target.Split('?', 2)[0];
            var bare = path.StartsWith("/v1.", StringComparison.Ordinal)
                ? path[path.IndexOf('/', 1)..]
                : path;
            return Uri.UnescapeDataString(bare);
        }
    }

    /// <summary>The query, unescaped; empty when there is none.</summary>
    public string Query =>
        Uri.UnescapeDataString(Target.Split('?', 2) is [_, var query] ? query : "");

    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body.Span);

    /// <summary>Returns method, path and query.</summary>
    public override string ToString() =>
        Query.Length == 0 ? $"{Method} {Path}" : $"{Method} {Path}?{Query}";
}
