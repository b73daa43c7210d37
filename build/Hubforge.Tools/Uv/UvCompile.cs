using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Uv;

/// <summary>Arguments of <c>uv pip compile --generate-hashes</c>: finds versions for requirements files and writes a lock.</summary>
/// <param name="Sources">Requirements files.</param>
/// <param name="OutputFile">The lock. When it is there already, its versions are kept where they fit.</param>
public sealed record UvCompile(ImmutableArray<string> Sources, string OutputFile)
{
    /// <summary>Constraints files.</summary>
    public ImmutableArray<string> Constraints { get; init; } = [];

    /// <summary>The Python whose version is solved for; uv's choice when null.</summary>
    public string? Python { get; init; }

    /// <summary>Packages that may move although the lock has them.</summary>
    public ImmutableArray<string> UpgradePackages { get; init; } = [];

    /// <summary>The machine's configuration when not given.</summary>
    public PipIndexes Indexes { get; init; } = PipIndexes.Configured;

    internal Command ToCommand() =>
        Indexes
            .AddTo(
                new Command("uv")
                    .With("pip", "compile", "--generate-hashes", "--no-header")
                    .WithOption("--python", Python)
                    .WithOptions("--upgrade-package", UpgradePackages)
            )
            .WithOptions("--constraint", Constraints)
            .With("--output-file", OutputFile)
            .With([.. Sources.Select(source => (Argument)GivenValue.Plain("uv", source))]);
}
