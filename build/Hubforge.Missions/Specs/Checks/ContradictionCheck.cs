using Hubforge.Missions.Specs.Conda;
using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Specs.Checks;

/// <summary>Finds packages that are asked for twice in ways that cannot both hold.</summary>
internal sealed class ContradictionCheck(ProblemList problems)
{
    public void Run(IReadOnlyList<PackageRequest> requests)
    {
        foreach (var group in requests.GroupBy(request => (request.Ecosystem, request.Name)))
        {
            CheckGroup([.. group]);
        }
    }

    private void CheckGroup(IReadOnlyList<PackageRequest> group)
    {
        for (var later = 1; later < group.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (Compare(group[earlier], group[later]))
                {
                    break;
                }
            }
        }
    }

    private bool Compare(PackageRequest earlier, PackageRequest later)
    {
        if (Contradict(earlier, later))
        {
            problems.Error(
                later.Place,
                $"'{later.Text}' contradicts '{earlier.Text}' at {earlier.Place}",
                "keep one of the two, or loosen one so that a version satisfies both"
            );
            return true;
        }

        if (earlier.Place.File == later.Place.File && earlier.Text == later.Text)
        {
            problems.Warn(
                later.Place,
                $"'{later.Text}' is already on line {earlier.Place.Line}",
                "remove one of the two lines"
            );
            return true;
        }

        return false;
    }

    private static bool Contradict(PackageRequest left, PackageRequest right) =>
        (left, right) switch
        {
            ({ Requirement: { } one }, { Requirement: { } other }) => Contradict(one, other),
            ({ MatchSpec: { } one }, { MatchSpec: { } other }) => Contradict(one, other),
            ({ Ecosystem: Ecosystem.Debian }, _) => PinOf(left) is { } one
                && PinOf(right) is { } other
                && one != other,
            _ => false,
        };

    private static bool Contradict(PipRequirement left, PipRequirement right) =>
        left.Marker == right.Marker
        && (
            PinBreaks(left, right)
            || PinBreaks(right, left)
            || AddressesDiffer(left, right)
            || VersionBounds.Exclude(
                left.Specifiers.Concat(right.Specifiers).Select(clause => clause.ToString())
            )
        );

    private static bool AddressesDiffer(PipRequirement left, PipRequirement right) =>
        left.Address is { } one && right.Address is { } other && one != other;

    private static bool PinBreaks(PipRequirement pinned, PipRequirement other) =>
        pinned
            .Specifiers.Where(specifier => specifier.IsPin)
            .Any(pin => other.Specifiers.Any(specifier => !specifier.Allows(pin.Version)));

    private static bool Contradict(CondaMatchSpec left, CondaMatchSpec right) =>
        PinsDiffer(left, right) || VersionBounds.Exclude(ClausesOf(left).Concat(ClausesOf(right)));

    // Of alternatives, any may hold: nothing is excluded for certain.
    private static string[] ClausesOf(CondaMatchSpec spec) =>
        spec.Version is { } version && !version.Contains('|', StringComparison.Ordinal)
            ? version.Split(',')
            : [];

    private static bool PinsDiffer(CondaMatchSpec left, CondaMatchSpec right) =>
        left.PinnedVersion is { } one
        && right.PinnedVersion is { } other
        && !Begins(one, other, left.IsPrefixPin)
        && !Begins(other, one, right.IsPrefixPin);

    private static bool Begins(string prefix, string version, bool isPrefix)
    {
        var beginning = Trim(prefix);
        var whole = Trim(version);
        return beginning.SequenceEqual(whole)
            || (
                isPrefix
                && prefix
                    .Split('.')
                    .SequenceEqual(version.Split('.').Take(prefix.Split('.').Length))
            );
    }

    private static IEnumerable<string> Trim(string version) =>
        version.Split('.').Reverse().SkipWhile(part => part == "0").Reverse();

    private static string? PinOf(PackageRequest request) =>
        request.Text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at
            ? request.Text[(at + 1)..]
            : null;
}
