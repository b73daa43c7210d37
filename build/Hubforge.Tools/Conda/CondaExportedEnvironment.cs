using System.Collections.Immutable;

namespace Hubforge.Tools.Conda;

/// <summary>The environment that <c>env export</c> describes.</summary>
/// <param name="Name">The environment's name.</param>
public sealed record CondaExportedEnvironment(string Name)
{
    /// <summary>Addresses or names, strongest first.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>Specs such as <c>zlib=1.2.13=hd590300_5</c>.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>What pip installed, such as <c>astrobase==1.2</c>.</summary>
    public ImmutableArray<string> Pip { get; init; } = [];
}
