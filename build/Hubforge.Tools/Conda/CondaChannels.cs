using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>Where packages come from.</summary>
public sealed record CondaChannels
{
    /// <summary>The channels of the tool's configuration.</summary>
    public static CondaChannels Configured { get; } = new();

    /// <summary>Names or addresses, strongest first. With any, those of the configuration do not count.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>What a channel's name is appended to; conda.anaconda.org's when null.</summary>
    public string? Alias { get; init; }

    /// <summary><c>strict</c>, <c>flexible</c> or <c>disabled</c>; the configuration's when null.</summary>
    public string? Priority { get; init; }

    internal Command AddTo(Command command) =>
        command
            .WithFlag("--override-channels", Only.Length > 0)
            .WithOptions("-c", Only.Select(channel => GivenValue.Plain("conda", channel)))
            .WithOption("--channel-alias", Alias)
            .WithOption("--channel-priority", Priority);
}
