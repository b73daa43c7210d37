namespace Hubforge.Missions.Specs.Conda;

/// <summary>What conda is asked for, such as <c>conda-forge::numpy=1.26=py311*</c>.</summary>
/// <param name="Name">The package, in lower case.</param>
internal sealed record CondaMatchSpec(string Name)
{
    /// <summary>The channel before <c>::</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>The version condition; <c>=1.2</c> is kept as <c>1.2.*</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The build string, which may have <c>*</c>.</summary>
    public string? Build { get; init; }

    /// <summary>The version that is pinned exactly or by its beginning (without <c>.*</c>); null for ranges.</summary>
    public string? PinnedVersion =>
        Version is { } version
        && !version.Any(one => "<>!,|~^$".Contains(one, StringComparison.Ordinal))
            ? version.TrimStart('=') is var bare && bare.EndsWith(".*", StringComparison.Ordinal)
                ? bare[..^2]
                : version.TrimStart('=').TrimEnd('*')
            : null;

    /// <summary>Whether the pin allows longer versions (<c>1.2.*</c>).</summary>
    public bool IsPrefixPin => Version?.EndsWith('*') == true;
}
