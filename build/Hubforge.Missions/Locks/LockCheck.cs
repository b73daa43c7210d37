using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Locks;

/// <summary>Compares locks with the specs from which they were solved.</summary>
/// <param name="inputs">Says what a solve reads.</param>
public sealed class LockCheck(MissionInputs inputs)
{
    /// <summary>Returns how the lock of an environment for a platform stands.</summary>
    public LockState Check(Mission mission, EnvironmentSpec environment, string platform)
    {
        var problems = new ProblemList();
        var found = new LockStore(mission).Read(environment.Name, platform, problems);
        return new LockState(environment.Name, platform)
        {
            Lock = found,
            Changes = found?.Manifest is { } manifest
                ? [.. Compare(mission, environment, manifest)]
                : [],
            Problems = [.. problems.ToSorted()],
        };
    }

    /// <summary>Returns the digests of everything that a solve of the environment reads.</summary>
    internal SortedDictionary<string, string> Digests(Mission mission, EnvironmentSpec environment)
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in inputs.SolveFiles(mission, environment))
        {
            digests[file.Name] = FileDigest.Of(file.Path);
        }

        return digests;
    }

    private IEnumerable<InputChange> Compare(
        Mission mission,
        EnvironmentSpec environment,
        LockManifest manifest
    )
    {
        var files = inputs
            .SolveFiles(mission, environment)
            .ToDictionary(file => file.Name, file => file.Path);
        foreach (var (name, digest) in Digests(mission, environment))
        {
            if (!manifest.Inputs.TryGetValue(name, out var locked))
            {
                yield return new InputChange(name, "added") { File = files[name] };
            }
            else if (locked != digest)
            {
                yield return new InputChange(name, "changed") { File = files[name] };
            }
        }

        foreach (var name in manifest.Inputs.Keys.Where(name => !files.ContainsKey(name)))
        {
            yield return new InputChange(name, "removed");
        }

        if (manifest.Manager is { } manager && manager != LockManifest.ManagerOf(mission))
        {
            yield return new InputChange("manager of mission.yml", "changed");
        }

        if (BaseChanged(mission.Settings.Base, manifest.Base))
        {
            yield return new InputChange("base image", "changed");
        }
    }

    // The id of a built base differs from machine to machine; its files are among the inputs instead.
    private static bool BaseChanged(BaseSource now, LockedBase locked) =>
        now switch
        {
            PulledBase { Digest: { } digest } => digest != locked.Digest,
            PulledBase pulled => pulled.Reference != locked.Source,
            BuiltBase built => built.Name != locked.Source,
            _ => true,
        };
}
