using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>Solves against an index of packages, in containers, and what their locks are worth.</summary>
public sealed class SolveTests : CopyFixture
{
    private const string Environment = "lab";

    private static readonly TinyMission s_mission = new("e2e-solves", Environment);

    private readonly PackageIndex _index = new();

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeSetUp]
    public void OfferPackages()
    {
        _index
            .WithWheel("alphalib", "1.0", "gammalib")
            .WithWheel("betalib", "1.0", "gammalib")
            .WithWheel("gammalib", "1.0");
    }

    [OneTimeTearDown]
    public async Task StopIndex() => await _index.DisposeAsync();

    [Test]
    [CancelAfter(240_000)]
    public async Task A_solve_locks_the_whole_closure_with_versions_and_hashes(
        CancellationToken token
    )
    {
        await Copy.EditAsync(
            s_mission.SpecOf(Environment),
            text => text + "alphalib\nbetalib >=1\n",
            token
        );

        var outcome = await Copy.MustRunAsync(Solve(), token);

        var requirements = await RequirementsAsync(token);
        using (Assert.EnterMultipleScope())
        {
            foreach (var package in (string[])["alphalib", "betalib", "gammalib"])
            {
                Assert.That(outcome.Output, Does.Contain(package));
                Assert.That(
                    requirements,
                    Does.Match($@"{package}==1\.0[^#]*--hash=sha256:[0-9a-f]{{64}}")
                );
            }
        }
    }

    [Test]
    [DependsOnTest(nameof(A_solve_locks_the_whole_closure_with_versions_and_hashes))]
    [CancelAfter(120_000)]
    public async Task With_nothing_changed_no_container_is_started(CancellationToken token)
    {
        var before = FolderSnapshot.Of(Copy.Root / s_mission.LockOf(Environment));

        var again = await ListContainerEventsAsync(Solve(), token);
        var forced = await ListContainerEventsAsync(Solve("--force"), token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Is.Empty);
            // The same look at the engine sees containers where there are some.
            Assert.That(forced, Does.Contain("start"));
            Assert.That(
                FolderSnapshot.Of(Copy.Root / s_mission.LockOf(Environment)),
                Is.EqualTo(before)
            );
        }
    }

    [Test]
    [DependsOnTest(nameof(With_nothing_changed_no_container_is_started))]
    [CancelAfter(180_000)]
    public async Task An_update_of_one_package_moves_no_other(CancellationToken token)
    {
        _index
            .WithWheel("alphalib", "1.1", "gammalib")
            .WithWheel("betalib", "1.1", "gammalib")
            .WithWheel("gammalib", "1.1");

        await Copy.MustRunAsync(Solve("--update", "alphalib"), token);

        var requirements = await RequirementsAsync(token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(requirements, Does.Contain("alphalib==1.1"));
            Assert.That(requirements, Does.Contain("betalib==1.0"));
            Assert.That(requirements, Does.Contain("gammalib==1.0"));
        }
    }

    [Test]
    [DependsOnTest(nameof(An_update_of_one_package_moves_no_other))]
    [CancelAfter(240_000)]
    public async Task A_lock_that_was_edited_by_hand_is_refused(CancellationToken token)
    {
        var lockFile = $"{s_mission.LockOf(Environment)}/requirements.txt";
        var original = await File.ReadAllTextAsync(Copy.Root / lockFile, token);
        var place = original.IndexOf(
            "sha256:",
            original.IndexOf("alphalib", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        await Copy.EditAsync(
            lockFile,
            text => text[..(place + 7)] + new string('0', 64) + text[(place + 71)..],
            token
        );

        var outcome = await Copy.RunAsync(Call("BuildMission"), token);

        await File.WriteAllTextAsync(Copy.Root / lockFile, original, token);
        FailureForm.AssertIn(outcome, exitCode: 1, "requirements.txt", "lock.json");
    }

    [Test]
    [DependsOnTest(nameof(A_lock_that_was_edited_by_hand_is_refused))]
    [CancelAfter(240_000)]
    public async Task A_file_of_another_hash_than_locked_stops_the_build(CancellationToken token)
    {
        _index.WithWheel("alphalib", "1.1", "gammalib>=1");

        var outcome = await Copy.RunAsync(
            Call("BuildMission", "--network", "host", "--pip-index-url", _index.Url),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 1, "alphalib", "hash");
    }

    [Test]
    [DependsOnTest(nameof(A_file_of_another_hash_than_locked_stops_the_build))]
    [CancelAfter(180_000)]
    public async Task A_conflict_names_the_packages_and_who_asked_and_leaves_the_lock(
        CancellationToken token
    )
    {
        var before = FolderSnapshot.Of(Copy.Root / s_mission.LockOf(Environment));
        _index
            .WithWheel("alphalib", "2.0", "gammalib<2")
            .WithWheel("betalib", "2.0", "gammalib>=2")
            .WithWheel("gammalib", "2.0");
        await Copy.EditAsync(
            s_mission.SpecOf(Environment),
            text =>
                text.Replace("alphalib\n", "alphalib ==2.0\n", StringComparison.Ordinal)
                    .Replace("betalib >=1\n", "betalib ==2.0\n", StringComparison.Ordinal),
            token
        );

        var outcome = await Copy.RunAsync(Solve(), token);

        FailureForm.AssertIn(
            outcome,
            exitCode: 1,
            "alphalib",
            "betalib",
            "gammalib",
            $"{Environment}.pip"
        );
        Assert.That(
            FolderSnapshot.Of(Copy.Root / s_mission.LockOf(Environment)),
            Is.EqualTo(before)
        );
    }

    private async Task<IReadOnlyList<string>> ListContainerEventsAsync(
        BuildCall call,
        CancellationToken cancellationToken
    )
    {
        var since = await Docker.Local.NowAsync(cancellationToken);
        await Copy.MustRunAsync(call, cancellationToken);
        var until = await Docker.Local.NowAsync(cancellationToken);
        return await Docker.Local.ListEventsAsync(
            $"hubforge.mission={s_mission.Name}",
            (since, until),
            cancellationToken
        );
    }

    private static BuildCall Call(params IEnumerable<string> arguments) =>
        new([.. arguments, "--mission", s_mission.Name]);

    private BuildCall Solve(params IEnumerable<string> options) =>
        new([
            "CompileEnvs",
            "--mission",
            s_mission.Name,
            "--use-frozen",
            "0",
            "--network",
            "host",
            "--pip-index-url",
            _index.Url,
            .. options,
        ]);

    private Task<string> RequirementsAsync(CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(
            Copy.Root / s_mission.LockOf(Environment) / "requirements.txt",
            cancellationToken
        );
}
