using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>Arguments of <c>search</c>, <c>repoquery depends</c> and <c>repoquery whoneeds</c> (mamba and micromamba).</summary>
public sealed record CondaQuery(string Spec)
{
    /// <summary>The tool's configuration when not given.</summary>
    public CondaChannels Channels { get; init; } = CondaChannels.Configured;

    internal Command ToCommand(string program, params ReadOnlySpan<Argument> verb) =>
        Channels.AddTo(
            new Command(program).With(verb).With("--json", GivenValue.Plain(program, Spec))
        );
}
