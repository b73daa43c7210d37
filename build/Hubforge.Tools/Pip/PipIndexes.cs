using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.Tools.Pip;

/// <summary>Where pip and uv look for packages. An address may be a secret, as it may hold a password.</summary>
public sealed record PipIndexes
{
    /// <summary>The configuration of the machine.</summary>
    public static PipIndexes Configured { get; } = new();

    /// <summary>The main index; the configured one when null.</summary>
    public Argument? Index { get; init; }

    /// <summary>Further indexes.</summary>
    public ImmutableArray<Argument> ExtraIndexes { get; init; } = [];

    /// <summary>Folders or pages with files.</summary>
    public ImmutableArray<Argument> FindLinks { get; init; } = [];

    /// <summary>Asks no index: only <see cref="FindLinks"/>.</summary>
    public bool NoIndex { get; init; }

    internal Command AddTo(Command command)
    {
        var plain = command.WithFlag("--no-index", NoIndex);
        var withIndex = Index is { } index ? plain.With("--index-url", index) : plain;
        var withExtra = ExtraIndexes.Aggregate(
            withIndex,
            (extended, extra) => extended.With("--extra-index-url", extra)
        );
        return FindLinks.Aggregate(
            withExtra,
            (extended, links) => extended.With("--find-links", links)
        );
    }
}
