using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Makes one explanation of all complaints of a failed solve.</summary>
internal static class CondaVerdict
{
    public static SolveFailure Of(IReadOnlyList<CondaComplaint> complaints)
    {
        var troubles = complaints.Where(one => one.Trouble != CondaTrouble.None).ToList();
        var kind = KindOf(troubles);
        var packages = PackagesOf(kind, complaints, troubles);
        return new SolveFailure(kind, Headline(kind, string.Join(", ", packages)))
        {
            Packages = [.. packages],
            Chains =
            [
                .. complaints
                    .Where(one => one.Trouble != CondaTrouble.Unnamed)
                    .Select(one => one.Chain)
                    .DistinctBy(chain => chain.ToString()),
            ],
        };
    }

    private static SolveFailureKind KindOf(List<CondaComplaint> troubles)
    {
        if (troubles.Exists(one => one.Trouble is CondaTrouble.Conflict))
        {
            return troubles.TrueForAll(one => one.IsAboutPython)
                ? SolveFailureKind.WrongPython
                : SolveFailureKind.Conflict;
        }

        if (troubles.Exists(one => one.Trouble is CondaTrouble.MissingOnSystem))
        {
            return SolveFailureKind.SystemRequirement;
        }

        if (troubles.Exists(one => one.Trouble is CondaTrouble.Priority))
        {
            return SolveFailureKind.ChannelPriority;
        }

        return troubles.Count == 0 ? SolveFailureKind.Conflict : KindOfMissing(troubles);
    }

    private static SolveFailureKind KindOfMissing(List<CondaComplaint> troubles)
    {
        if (troubles.TrueForAll(one => one.IsAboutPython && one.Chain.Links.Length > 1))
        {
            return SolveFailureKind.WrongPython;
        }

        return troubles.Exists(one => one.Chain.Leaf.Specifier.Length == 0)
            ? SolveFailureKind.UnknownPackage
            : SolveFailureKind.NoSuchVersion;
    }

    private static List<string> PackagesOf(
        SolveFailureKind kind,
        IReadOnlyList<CondaComplaint> complaints,
        List<CondaComplaint> troubles
    )
    {
        var names =
            kind == SolveFailureKind.WrongPython
                ? complaints.Where(one => one.IsAboutPython).Select(one => one.PythonUser)
                : troubles.Select(one =>
                    kind == SolveFailureKind.SystemRequirement
                        ? one.Chain.Root.Package
                        : one.Chain.Leaf.Package
                );
        return [.. names.OfType<string>().Where(name => name.Length > 0).Distinct()];
    }

    private static string Headline(SolveFailureKind kind, string packages) =>
        (kind, packages.Length) switch
        {
            (SolveFailureKind.WrongPython, _) =>
                $"{packages} is made for another Python than the one that is asked for.",
            (SolveFailureKind.UnknownPackage, 0) =>
                "A requested package does not exist in the channels; the solver does not say which.",
            (SolveFailureKind.UnknownPackage, _) => $"No channel has a package {packages}.",
            (SolveFailureKind.NoSuchVersion, _) =>
                $"No channel has a version of {packages} that fits.",
            (SolveFailureKind.SystemRequirement, _) =>
                $"{packages} demands something that the system does not have.",
            (SolveFailureKind.ChannelPriority, _) =>
                $"{packages} exists only in a channel that strict channel priority leaves out.",
            _ => $"The conda requirements on {packages} exclude each other.",
        };
}
