using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>The locks of a mission on disk. A lock is replaced whole: whoever looks sees the old one or the new one.</summary>
/// <param name="mission">The mission.</param>
/// <remarks>
/// The lock for the mission's first platform is <c>env-frozen/NAME</c>; those for further platforms are folders in it, named
/// <c>linux-arm64</c> and the like, each complete in itself.
/// </remarks>
public sealed class LockStore(Mission mission)
{
    /// <summary>Returns where the lock of an environment for a platform is, or would be.</summary>
    public AbsolutePath FolderOf(string environment, string platform)
    {
        var folder = mission.LocksFolder / environment;
        return platform == mission.Settings.MainPlatform ? folder : folder / Slug(platform);
    }

    /// <summary>Reads the lock; null when there is none.</summary>
    /// <exception cref="InvalidSpecsException">A file of it cannot be trusted.</exception>
    public EnvironmentLock? Find(string environment, string platform)
    {
        var problems = new ProblemList();
        var found = Read(environment, platform, problems);
        return problems.HasErrors
            ? throw new InvalidSpecsException(
                $"The lock of environment '{environment}' of mission '{mission.Name}' cannot be trusted.",
                problems.ToSorted()
            )
            : found;
    }

    /// <summary>Completes or undoes what an earlier run that was killed left behind.</summary>
    public void Recover()
    {
        foreach (var environment in mission.Environments)
        {
            Recover(environment.Name);
        }
    }

    /// <summary>The same for one environment.</summary>
    internal void Recover(string environment) => Replacement(environment).Recover();

    /// <summary>Lets <paramref name="fill"/> write the new lock into an empty folder, checks it, then puts it into the place of the old one.</summary>
    /// <exception cref="InvalidSpecsException">The new lock cannot be trusted; the old one stays.</exception>
    public async Task<EnvironmentLock> ReplaceAsync(
        string environment,
        string platform,
        Func<AbsolutePath, Task> fill
    )
    {
        await Replacement(environment)
            .RunAsync(async folder =>
            {
                var isMain = platform == mission.Settings.MainPlatform;
                KeepOthers(environment, isMain ? null : Slug(platform), folder);
                var target = isMain ? folder : folder / Slug(platform);
                Directory.CreateDirectory(target);
                await fill(target);
                RequireValid(target, environment);
            });
        return Find(environment, platform)!;
    }

    internal EnvironmentLock? Read(string environment, string platform, ProblemList problems) =>
        new LockReader(FolderOf(environment, platform), environment, problems).Read();

    private static string Slug(string platform) => platform.Replace('/', '-');

    private static void RequireValid(AbsolutePath folder, string environment)
    {
        var problems = new ProblemList();
        new LockReader(folder, environment, problems).Read();
        if (problems.HasErrors)
        {
            throw new InvalidSpecsException(
                $"The solve of environment '{environment}' gave a lock that cannot be trusted.",
                problems.ToSorted()
            );
        }
    }

    private FolderReplacement Replacement(string environment) =>
        new(mission.LocksFolder / environment, LinuxExchange.Try);

    // The locks for other platforms live in the same folder and move along.
    private void KeepOthers(string environment, string? replaced, AbsolutePath target)
    {
        var folder = mission.LocksFolder / environment;
        if (!folder.DirectoryExists)
        {
            return;
        }

        var kept = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => AbsolutePath.Parse(path).RelativeTo(folder))
            .Where(path => PlatformOf(path) != replaced);
        foreach (var path in kept)
        {
            Directory.CreateDirectory((target / path).Parent!);
            File.Copy(folder / path, target / path);
        }
    }

    private static string? PlatformOf(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at ? path[..at] : null;
}
