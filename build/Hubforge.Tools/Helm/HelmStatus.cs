using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Helm;

/// <summary>Arguments of <c>helm status --output json</c>.</summary>
public sealed record HelmStatus(string Release)
{
    /// <summary>Namespace of the release; helm's current namespace when null.</summary>
    public string? Namespace { get; init; }

    internal Command ToCommand() =>
        new Command("helm")
            .With("status", GivenValue.Plain("helm", Release), "--output", "json")
            .WithOption("--namespace", Namespace) with
        {
            AcceptedExitCodes = [0, 1],
        };
}
