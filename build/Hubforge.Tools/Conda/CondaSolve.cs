using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>What <c>create</c> and <c>install</c> have in common: what is wanted, from where, for what.</summary>
public sealed record CondaSolve
{
    /// <summary>Match specs, such as <c>numpy&gt;=1.24</c>.</summary>
    public ImmutableArray<string> Specs { get; init; } = [];

    /// <summary>Spec files: yml, explicit or plain lists. A yml's <c>pip:</c> section is not checked by a dry run.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The tool's configuration when not given.</summary>
    public CondaChannels Channels { get; init; } = CondaChannels.Configured;

    /// <summary>The platform to solve for, such as <c>linux-aarch64</c>; the machine's own when null.</summary>
    public string? Platform { get; init; }

    /// <summary>Uses only what is in the package cache.</summary>
    public bool Offline { get; init; }

    internal Command AddTo(Command command) =>
        Channels
            .AddTo(command)
            .WithOption("--platform", Platform)
            .WithFlag("--offline", Offline)
            .WithOptions("-f", Files.Select(file => GivenValue.Plain("conda", file)))
            .With([.. Specs.Select(spec => (Argument)GivenValue.Plain("conda", spec))]);
}
