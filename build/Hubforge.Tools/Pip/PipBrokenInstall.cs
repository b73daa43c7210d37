using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Reads what <c>pip check</c> says, and <c>pip install</c> when it broke something that was there before.</summary>
internal static class PipBrokenInstall
{
    public static SolveFailure? Find(PipLog log)
    {
        var broken = log.Lines.Select(BrokenRequirement.Find).OfType<BrokenRequirement>().ToList();
        if (broken.Count == 0)
        {
            return null;
        }

        var packages = broken.Select(one => one.Requirement.Package).Distinct().ToList();
        return new SolveFailure(
            SolveFailureKind.Conflict,
            $"The installed versions of {string.Join(", ", packages)} do not fit what other packages require."
        )
        {
            Packages = [.. packages],
            Chains = [.. broken.Select(one => one.ToChain())],
        };
    }
}
