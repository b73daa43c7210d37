using Hubforge.Containers.Engine;

namespace Hubforge.Containers.Images;

/// <summary>A pull. Equivalent: <c>docker pull</c>.</summary>
/// <param name="Reference">What to pull; <c>latest</c> when it has neither tag nor digest.</param>
public sealed record ImagePull(ImageReference Reference)
{
    /// <summary>Platform such as <c>linux/amd64</c>; the engine's own when null.</summary>
    public string? Platform { get; init; }

    /// <summary>Who logs in; nobody when null. See <see cref="RegistryLogins"/>.</summary>
    public RegistryCredentials? Credentials { get; init; }

    internal EngineRequest ToRequest() =>
        new EngineRequest(HttpMethod.Post, "images/create", $"pull image '{Reference}'")
        {
            Hint =
                $"check the name and the login (docker login {Reference.Registry ?? ""}), and that the engine reaches the registry",
        }
            .With("fromImage", Reference.Repository)
            .With("tag", Reference.TagOrDigest)
            .With("platform", Platform)
            .WithHeader("X-Registry-Auth", Credentials?.ToHeader(Reference.Registry));
}
