using System.Collections.Immutable;
using System.Text;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Locks;

/// <summary>What a solve changed in the lock of one environment.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Platform">The platform.</param>
public sealed record LockDiff(string Environment, string Platform)
{
    /// <summary>The packages that moved, by ecosystem and name.</summary>
    public ImmutableArray<PackageChange> Changes { get; init; } = [];

    /// <summary>Returns what moved between two locks; an absent old lock counts as empty.</summary>
    public static LockDiff Between(EnvironmentLock? old, EnvironmentLock now, string platform)
    {
        var before = Index(old);
        var after = Index(now);
        return new LockDiff(now.Environment, platform)
        {
            Changes =
            [
                .. before
                    .Keys.Union(after.Keys)
                    .OrderBy(key => key.Ecosystem)
                    .ThenBy(key => key.Name, StringComparer.Ordinal)
                    .Select(key => new PackageChange(
                        key.Ecosystem,
                        key.Name,
                        before.GetValueOrDefault(key),
                        after.GetValueOrDefault(key)
                    ))
                    .Where(change => change.From != change.To),
            ],
        };
    }

    /// <summary>Returns the changes as lines <c>+ added</c>, <c>- removed</c>, <c>~ from -> to</c> for a terminal.</summary>
    public string ToText()
    {
        var text = new StringBuilder($"{Environment} ({Platform}): {Summary()}");
        foreach (var change in Changes)
        {
            text.Append('\n').Append("  ").Append(Line(change));
        }

        return text.ToString();
    }

    /// <summary>Returns the changes as a section of Markdown for a pull request.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder($"### {Environment} ({Platform})\n\n");
        AppendTable(text);
        return text.ToString();
    }

    private static Dictionary<(Ecosystem Ecosystem, string Name), string> Index(
        EnvironmentLock? one
    )
    {
        Dictionary<(Ecosystem, string), string> versions = [];
        foreach (var package in one?.Packages ?? [])
        {
            versions[(package.Ecosystem, package.Name)] = package.Version;
        }

        return versions;
    }

    private static string Label(Ecosystem ecosystem) =>
        ecosystem switch
        {
            Ecosystem.Conda => "conda",
            Ecosystem.Pip => "pip",
            _ => "apt",
        };

    private static string Line(PackageChange change) =>
        change switch
        {
            { From: null } => $"+ {change.Name} {change.To} ({Label(change.Ecosystem)})",
            { To: null } => $"- {change.Name} {change.From} ({Label(change.Ecosystem)})",
            _ => $"~ {change.Name} {change.From} -> {change.To} ({Label(change.Ecosystem)})",
        };

    private string Summary()
    {
        if (Changes.IsEmpty)
        {
            return "no package moved";
        }

        var added = Changes.Count(change => change.From is null);
        var removed = Changes.Count(change => change.To is null);
        return $"{added} added, {removed} removed, {Changes.Length - added - removed} changed";
    }

    private void AppendTable(StringBuilder text)
    {
        if (Changes.IsEmpty)
        {
            text.Append("No package moved.\n");
            return;
        }

        text.Append("| Package | From | To | Kind |\n|---|---|---|---|\n");
        foreach (var change in Changes)
        {
            text.Append(
                $"| {change.Name} | {change.From ?? "(added)"} | {change.To ?? "(removed)"} | {Label(change.Ecosystem)} |\n"
            );
        }
    }
}
