using Hubforge.Containers.Engine;

namespace Hubforge.Containers.Images;

/// <summary>A push of one tag. Equivalent: <c>docker push</c>.</summary>
/// <param name="Reference">A name that the engine has, with its tag.</param>
public sealed record ImagePush(ImageReference Reference)
{
    /// <summary>Who logs in; nobody when null. See <see cref="RegistryLogins"/>.</summary>
    public RegistryCredentials? Credentials { get; init; }

    // The engine demands the header of a push even when nobody logs in; "e30=" is an empty JSON object.
    internal EngineRequest ToRequest() =>
        new EngineRequest(
            HttpMethod.Post,
            $"images/{EngineRequest.Escape(Reference.Repository)}/push",
            $"push image '{Reference}'"
        )
        {
            Hint =
                $"check the repository and the login (docker login {Reference.Registry ?? ""}), then push again; layers that arrived are not sent twice",
        }
            .With("tag", Reference.Tag ?? "latest")
            .WithHeader("X-Registry-Auth", Credentials?.ToHeader(Reference.Registry) ?? "e30=");
}
