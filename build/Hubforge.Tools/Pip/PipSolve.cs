using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Pip;

/// <summary>Arguments of <c>pip install --dry-run --report -</c>: finds versions and installs nothing.</summary>
public sealed record PipSolve
{
    /// <summary>Requirements, such as <c>numpy&gt;=1.24</c>.</summary>
    public ImmutableArray<string> Requirements { get; init; } = [];

    /// <summary>Requirements files (<c>-r</c>).</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Constraints files (<c>-c</c>).</summary>
    public ImmutableArray<string> Constraints { get; init; } = [];

    /// <summary>The machine's configuration when not given.</summary>
    public PipIndexes Indexes { get; init; } = PipIndexes.Configured;

    /// <summary>Reports the whole solution, also what is installed already. On by default.</summary>
    public bool IgnoreInstalled { get; init; } = true;

    /// <summary>Builds source packages with what the environment has, instead of in an environment of their own.</summary>
    public bool NoBuildIsolation { get; init; }

    // Not quiet: the reasons of a conflict are printed as information, and -q drops them.
    internal Command AddTo(Command pip) =>
        Indexes
            .AddTo(
                pip.With("install", "--dry-run", "--report", "-")
                    .WithFlag("--ignore-installed", IgnoreInstalled)
                    .WithFlag("--no-build-isolation", NoBuildIsolation)
            )
            .WithOptions("-r", Files)
            .WithOptions("-c", Constraints)
            .With([.. Requirements.Select(one => (Argument)GivenValue.Plain("pip", one))]);
}
