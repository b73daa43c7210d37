using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>Arguments of <c>run</c>: a program with the environment active. Exit codes pass through; 127 means no such program.</summary>
public sealed record CondaRun(CondaTarget Target, string Program)
{
    /// <summary>The program's arguments.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    // micromamba fails on `--` before the program, so that a program named like an option has to be refused.
    internal Command ToCommand(string program) =>
        Target
            .AddTo(new Command(program).With("run"))
            .With(GivenValue.Plain(program, Program))
            .With([.. Arguments]);
}
