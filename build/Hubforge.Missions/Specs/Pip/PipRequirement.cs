using System.Collections.Immutable;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>What one line of a pip list asks for.</summary>
internal sealed record PipRequirement
{
    /// <summary>The name as it was written; null for a bare address or path, whose name only its metadata tells.</summary>
    public string? Name { get; init; }

    /// <summary>The optional parts that are wanted.</summary>
    public ImmutableArray<string> Extras { get; init; } = [];

    /// <summary>The clauses, all of which must hold.</summary>
    public ImmutableArray<VersionClause> Specifiers { get; init; } = [];

    /// <summary>Where it is installed from when not from an index.</summary>
    public string? Address { get; init; }

    /// <summary>The condition after <c>;</c>.</summary>
    public string? Marker { get; init; }

    /// <summary>The hashes, each <c>algorithm:hex</c>.</summary>
    public ImmutableArray<string> Hashes { get; init; } = [];

    /// <summary>Whether the address is one of a version control system.</summary>
    public bool IsVersionControl =>
        Address is { } address
        && Array.Exists(
            (string[])["git+", "hg+", "svn+", "bzr+"],
            prefix => address.StartsWith(prefix, StringComparison.Ordinal)
        );

    /// <summary>The name that <c>#egg=</c> gives, or <see cref="Name"/>.</summary>
    public string? KnownName =>
        Name
        ?? (
            Address?.IndexOf("#egg=", StringComparison.Ordinal) is >= 0 and var at
                ? Address[(at + 5)..].Split('&', '[', '=')[0]
                : null
        );
}
