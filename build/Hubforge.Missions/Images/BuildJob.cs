using System.Collections.Immutable;
using Hubforge.Containers;

namespace Hubforge.Missions.Images;

/// <summary>One image to be built.</summary>
internal sealed record BuildJob(ImageOrder Order, ImageReference Name)
{
    /// <summary>Digest of everything that it is built from.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Makes the context with its <c>Dockerfile</c>; called only when there is something to build.</summary>
    public required Func<CancellationToken, Task<BuildContext>> MakeContextAsync { get; init; }

    /// <summary>Values of <c>ARG</c>; those that the Dockerfile does not declare are left out.</summary>
    public ImmutableSortedDictionary<string, string> Arguments { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Labels beside the fingerprint.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
