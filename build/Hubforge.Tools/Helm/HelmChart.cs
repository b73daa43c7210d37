using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Helm;

/// <summary>A chart with its values.</summary>
/// <param name="Reference">A folder, an archive, <c>repository/chart</c> or <c>oci://</c> address.</param>
public sealed record HelmChart(string Reference)
{
    /// <summary>The chart's version; the newest when null.</summary>
    public string? Version { get; init; }

    /// <summary>Where <see cref="Reference"/> is looked up when it is a bare name; null otherwise.</summary>
    public string? Repository { get; init; }

    /// <summary>Files of values; later ones win.</summary>
    public ImmutableArray<string> ValuesFiles { get; init; } = [];

    /// <summary>Single values, taken as text (<c>--set-string</c>). Secrets belong into a file or standard input.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    internal Command AddTo(Command command) =>
        command
            .With(GivenValue.Plain("helm", Reference))
            .WithOption("--version", Version)
            .WithOption("--repo", Repository)
            .WithOptions("--values", ValuesFiles)
            .WithOptions("--set-string", Values.Select(value => $"{value.Key}={value.Value}"));
}
