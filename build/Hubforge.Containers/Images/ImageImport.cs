using System.Collections.Immutable;
using Hubforge.Containers.Engine;

namespace Hubforge.Containers.Images;

/// <summary>An import of a root file system. Equivalent: <c>docker import</c>.</summary>
/// <param name="Name">The name of the new image.</param>
public sealed record ImageImport(ImageReference Name)
{
    /// <summary>Dockerfile instructions applied on top: <c>ENV</c>, <c>CMD</c>, <c>LABEL</c>, ...</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    internal EngineRequest ToRequest() =>
        Changes.Aggregate(
            new EngineRequest(HttpMethod.Post, "images/create", $"import image '{Name}'")
                .With("fromSrc", "-")
                .With("repo", Name.Repository)
                .With("tag", Name.Tag ?? "latest"),
            (request, change) => request.With("changes", change)
        );
}
