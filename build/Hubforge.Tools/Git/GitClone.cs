using System.Globalization;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Tools.Git;

/// <summary>Arguments of <c>git clone</c>.</summary>
/// <param name="Address">May be a secret, as it may hold a token.</param>
/// <param name="Directory">Where the clone goes; it must not be there.</param>
public sealed record GitClone(Argument Address, AbsolutePath Directory)
{
    /// <summary>The branch or tag to check out; the repository's own when null.</summary>
    public string? Branch { get; init; }

    /// <summary>How many commits to fetch; all when null.</summary>
    public int? Depth { get; init; }

    internal Command AddTo(Command git) =>
        git.With("clone", "--quiet")
            .WithOption("--branch", Branch)
            .WithOption("--depth", Depth?.ToString(CultureInfo.InvariantCulture))
            .With("--", Address, Directory.ToString());
}
