using Hubforge.Primitives;

namespace Hubforge.Containers.Building;

/// <summary>A secret that a build step reads from <c>/run/secrets/ID</c> and that stays out of the image. Equivalent: <c>docker build --secret</c>.</summary>
public sealed record BuildSecret
{
    private BuildSecret(string id, AbsolutePath? file, Secret? value) =>
        (Id, File, Value) = (id, file, value);

    /// <summary>The name that the Dockerfile uses.</summary>
    public string Id { get; }

    internal AbsolutePath? File { get; }

    internal Secret? Value { get; }

    /// <summary>A secret in a file.</summary>
    public static BuildSecret OfFile(string id, AbsolutePath file) => new(id, file, null);

    /// <summary>A secret in memory; it is handed to the docker program in its environment.</summary>
    public static BuildSecret OfValue(string id, Secret value) => new(id, null, value);
}
