namespace Hubforge.Containers.Engine;

/// <summary>The engine itself.</summary>
public sealed class EngineSystem
{
    private readonly EngineConnection _connection;

    internal EngineSystem(EngineConnection connection) => _connection = connection;

    /// <summary>Fails when the engine has gone away since it was opened.</summary>
    public Task PingAsync(CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(Get("_ping", "answer a ping"), cancellationToken);

    /// <summary>Returns versions. Equivalent: <c>docker version</c>.</summary>
    public Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken) =>
        _connection.GetAsync(
            Get("version", "tell its version"),
            EngineJson.Default.EngineVersion,
            cancellationToken
        );

    /// <summary>Returns processors, memory and storage. Equivalent: <c>docker system info</c>.</summary>
    public Task<EngineDetails> GetDetailsAsync(CancellationToken cancellationToken) =>
        _connection.GetAsync(
            Get("info", "describe itself"),
            EngineJson.Default.EngineDetails,
            cancellationToken
        );

    private static EngineRequest Get(string path, string purpose) =>
        new(HttpMethod.Get, path, purpose);
}
