namespace Hubforge.Containers.Engine;

/// <summary>Turns a search into the list of places to look at, in order.</summary>
internal static class EngineCandidates
{
    // The docker client's own order: a named engine is never silently replaced by another one.
    public static IEnumerable<EngineCandidate> Of(EngineSearch search)
    {
        if (search.Given is { Length: > 0 } given)
        {
            yield return Named("--engine", given, search) with
            {
                IsFinal = true,
            };
        }

        if (search.DockerHost is { } host)
        {
            yield return Parsed("DOCKER_HOST", host, search) with
            {
                IsFinal = true,
            };
        }

        if (search.DockerContext is { } variable && variable != "default")
        {
            yield return Context("DOCKER_CONTEXT", variable, search) with
            {
                IsFinal = true,
            };
        }
        else if (
            search.DockerContext is null
            && DockerConfiguration.Read(search.ConfigurationDirectory).CurrentContext
                is { Length: > 0 } current
            && current != "default"
        )
        {
            yield return Context($"context {current}", current, search);
        }

        foreach (var place in search.UsualPlaces)
        {
            yield return new EngineCandidate("usual place", place.ToString(), place);
        }
    }

    private static EngineCandidate Named(string source, string text, EngineSearch search) =>
        EngineAddress.TryParse(text, out _) || text.Contains("://", StringComparison.Ordinal)
            ? Parsed(source, text, search)
            : Context(source, text, search);

    private static EngineCandidate Parsed(string source, string text, EngineSearch search)
    {
        var address = EngineAddress.TryParse(text, out var parsed) ? parsed : null;
        return new EngineCandidate(source, text, WithCertificates(address, search));
    }

    private static EngineAddress? WithCertificates(EngineAddress? address, EngineSearch search) =>
        address is { Scheme: "tcp" } && search.UseTls
            ? address with
            {
                CertificateDirectory = search.CertificateDirectory ?? search.ConfigurationDirectory,
            }
            : address;

    private static EngineCandidate Context(string source, string name, EngineSearch search)
    {
        var folder = search.ConfigurationDirectory;
        var names = folder is null ? [] : DockerContext.ListNames(folder);
        return new EngineCandidate(
            source,
            name,
            folder is null ? null : DockerContext.FindAddress(folder, name)
        )
        {
            Reason =
                names.Count == 0
                    ? "not an address, and there are no docker contexts"
                    : $"no docker context of that name; there are: {string.Join(", ", names)}",
        };
    }
}
