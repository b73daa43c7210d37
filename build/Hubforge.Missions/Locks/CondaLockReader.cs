using Hubforge.Missions.Specs;
using Hubforge.Missions.Specs.Conda;

namespace Hubforge.Missions.Locks;

/// <summary>Reads <c>conda-PLATFORM.lock</c>: an explicit list in which every package has a hash.</summary>
internal static class CondaLockReader
{
    private const string Advice =
        "do not edit locks by hand; solve again: CompileEnvs --use-frozen 0";

    public static IReadOnlyList<LockedPackage> Read(
        SourceText source,
        string platform,
        ProblemList problems
    )
    {
        List<LockedPackage> packages = [];
        foreach (var (place, entry) in ExplicitReader.Read(source, problems))
        {
            if (entry.Hash is null)
            {
                problems.Error(place, $"the package '{entry.Name}' has no hash", Advice);
            }
            else if (entry.Subdir != platform && entry.Subdir != "noarch")
            {
                problems.Error(
                    place,
                    $"the package '{entry.Name}' is for {entry.Subdir}, the lock for {platform}",
                    Advice
                );
            }
            else
            {
                packages.Add(
                    new LockedPackage(Ecosystem.Conda, entry.Name, $"{entry.Version}={entry.Build}")
                );
            }
        }

        return packages;
    }
}
