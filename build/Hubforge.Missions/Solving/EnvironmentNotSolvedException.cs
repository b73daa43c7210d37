using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Tools.Solving;

namespace Hubforge.Missions.Solving;

/// <summary>An environment could not be solved; the message names the packages, the lines that ask for them, and what to do.</summary>
public sealed class EnvironmentNotSolvedException(
    SolveOrder order,
    SolveFailure failure,
    IReadOnlyList<PackageRequest> requests
)
    : HubforgeException(
        failure
            .Describe()
            .With("environment", $"{order.Label} of mission {order.Image.Mission.Name}")
            .With("asked by", string.Join('\n', Lines(failure, requests)))
            .With("lock", "the old one is as it was")
            .Try(Advice(order, failure))
    )
{
    /// <summary>What was understood of the solver's output.</summary>
    public SolveFailure Failure { get; } = failure;

    /// <summary>The lines of specs that ask for the packages in question.</summary>
    public IReadOnlyList<PackageRequest> AskedBy { get; } = Matching(failure, requests);

    // With the rest held at its versions, a conflict is mostly one with what is held.
    private static string Advice(SolveOrder order, SolveFailure failure) =>
        order.Update.IsEmpty || failure.Kind == SolveFailureKind.UnknownPackage
            ? failure.Advise(order.Environment.Name)
            : $"--update {string.Join(' ', order.Update)} with the packages that must move along, or a solve without --update";

    private static IEnumerable<string> Lines(
        SolveFailure failure,
        IReadOnlyList<PackageRequest> requests
    ) => Matching(failure, requests).Select(request => $"{request.Place}: {request.Text}");

    private static List<PackageRequest> Matching(
        SolveFailure failure,
        IReadOnlyList<PackageRequest> requests
    )
    {
        var names = failure
            .Packages.Concat(failure.Requested.Select(requirement => requirement.Package))
            .Select(PackageName.Normalise)
            .ToHashSet(StringComparer.Ordinal);
        return [.. requests.Where(request => names.Contains(PackageName.Normalise(request.Name)))];
    }
}
