using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions.Images;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Tools.Solving;

namespace Hubforge.Missions.Solving;

/// <summary>Makes the locks of environments: solves one environment whole in a container of the base image, and keeps the result.</summary>
/// <param name="sandbox">Runs the commands.</param>
/// <param name="check">Tells which locks are current.</param>
/// <param name="changes">Keeps what moved, for a pull request.</param>
public sealed class EnvironmentSolver(SolveSandbox sandbox, LockCheck check, LockChanges changes)
{
    // The locks of all platforms of an environment are one folder, and its specs are one set of files.
    private readonly NameGates _gates = new();

    private const string Script = $"""
        /opt/common-scripts/env-lock "$1" || exit $?
        ( {ToolVersions.Script} ) > {SolveSandbox.ToolVersions} 2> /dev/null || true
        """;

    /// <summary>
    /// Solves the environment and replaces its lock in one step; does nothing when the lock is current. Several platforms of one environment may be
    /// solved side by side.
    /// </summary>
    /// <exception cref="EnvironmentNotSolvedException">The solver found no solution; the old lock is as it was.</exception>
    /// <exception cref="InvalidSpecsException">The specs have mistakes, or what was solved cannot be trusted; the old lock is as it was.</exception>
    public async Task<SolveResult> SolveAsync(
        SolveOrder order,
        Image baseImage,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        order = await AloneAsync(
            order,
            () => PrepareAsync(order, baseImage, reporter, cancellationToken),
            cancellationToken
        );
        var state = check.Check(order.Mission, order.Environment, order.Image.Platform);
        if (
            state is { IsCurrent: true, Lock: { } current }
            && order is { Force: false, Update.IsEmpty: true }
        )
        {
            reporter.Write(Severity.Information, $"{order.Label}: the lock is current.");
            return new SolveResult(current, null);
        }

        SpecChecker.Require(order.Mission, order.Environment, reporter);
        reporter.Write(Severity.Information, $"{order.Label}: {Why(state, order)}");
        var solved = await SolveAsync(order, baseImage, state, reporter, cancellationToken);
        reporter.Write(Severity.Information, solved.Diff!.ToText());
        await changes.WriteAsync(order.Mission.Name, solved.Diff, cancellationToken);
        return solved;
    }

    private Task<T> AloneAsync<T>(
        SolveOrder order,
        Func<Task<T>> action,
        CancellationToken cancellationToken
    ) =>
        _gates.RunAsync(
            $"{order.Mission.Name}/{order.Environment.Name}",
            action,
            cancellationToken
        );

    private async Task<SolveOrder> PrepareAsync(
        SolveOrder order,
        Image baseImage,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        new LockStore(order.Mission).Recover(order.Environment.Name);
        return order.RenewsSpecs
            ? await new SpecRenewal(sandbox).RunAsync(
                order,
                baseImage.Id,
                reporter,
                cancellationToken
            )
            : order;
    }

    private static string Why(LockState state, SolveOrder order) =>
        state switch
        {
            { Lock: null } => "solving, there is no lock yet.",
            _ when !order.Update.IsEmpty => $"updating {string.Join(", ", order.Update)}.",
            { Changes.IsEmpty: false } => $"solving, because {string.Join(", ", state.Changes)}.",
            { IsCurrent: false } => "solving, because the lock cannot be trusted.",
            _ => "solving again, as ordered.",
        };

    private async Task<SolveResult> SolveAsync(
        SolveOrder order,
        Image baseImage,
        LockState old,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var name = order.Environment.Name;
        // What was solved is what was there when the container was filled, not what an editor saves meanwhile.
        var digests = check.Digests(order.Mission, order.Environment);
        var scratch = AbsolutePath.Parse(
            Directory.CreateTempSubdirectory("hubforge-solve-").FullName
        );
        try
        {
            var transcript = new SolveTranscript(order.Label, reporter);
            var run = new SandboxRun(order, baseImage.Id, Script)
            {
                Outputs =
                [
                    new ContainerCopy(scratch / "lock", $"{SolveSandbox.Locks}/{name}"),
                    new ContainerCopy(scratch / "tools", SolveSandbox.ToolVersions),
                ],
            };
            var result = await sandbox.RunAsync(run, transcript.Take, cancellationToken);
            RequireSuccess(order, result, transcript);
            var made = await AloneAsync(
                order,
                () => WriteAsync(order, baseImage, digests, scratch),
                cancellationToken
            );
            return new SolveResult(made, LockDiff.Between(old.Lock, made, order.Image.Platform));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void RequireSuccess(
        SolveOrder order,
        ContainerResult result,
        SolveTranscript transcript
    )
    {
        if (result.ExitCode == 0)
        {
            return;
        }

        var failure = result.OutOfMemory
            ? new SolveFailure(SolveFailureKind.Other, "The solve was killed: memory was used up.")
            : SolveLog.Parse(transcript.Text);
        throw new EnvironmentNotSolvedException(
            order,
            failure,
            SpecReader.ReadAll(order.Mission, order.Environment, new ProblemList())
        );
    }

    private static Task<EnvironmentLock> WriteAsync(
        SolveOrder order,
        Image baseImage,
        SortedDictionary<string, string> digests,
        AbsolutePath scratch
    )
    {
        var name = order.Environment.Name;
        var tools = ToolVersions.Read(scratch / "tools");
        return new LockStore(order.Mission).ReplaceAsync(
            name,
            order.Image.Platform,
            async folder =>
            {
                var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
                foreach (var file in ListFiles(scratch / "lock"))
                {
                    var path = AbsolutePath.Parse(file);
                    if (path.Name != LockNames.Manifest)
                    {
                        File.Copy(path, folder / path.Name);
                        files[path.Name] = FileDigest.Of(path);
                    }
                }

                var manifest = new LockManifest
                {
                    Environment = name,
                    Platform = order.Image.Platform,
                    Manager = LockManifest.ManagerOf(order.Mission),
                    Base = LockedBaseOf(order.Mission.Settings.Base, baseImage),
                    Tools = tools,
                    Inputs = digests,
                    Files = files,
                };
                await File.WriteAllTextAsync(folder / LockNames.Manifest, manifest.ToJson());
            }
        );
    }

    // A command that ends well and leaves nothing is caught when the new lock is checked.
    private static IEnumerable<string> ListFiles(AbsolutePath folder) =>
        folder.DirectoryExists ? Directory.EnumerateFiles(folder) : [];

    private static LockedBase LockedBaseOf(BaseSource source, Image image) =>
        source switch
        {
            PulledBase pulled => new LockedBase(
                pulled.Reference,
                pulled.Digest
                    ?? image.RepoDigests.Select(name => name.Split('@')[^1]).FirstOrDefault()
                    ?? image.Id
            ),
            BuiltBase built => new LockedBase(built.Name, image.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };
}
