using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Locks;

public sealed class LockStoreTests : IDisposable
{
    private const string Amd = "linux/amd64";
    private const string Arm = "linux/arm64";

    private readonly MissionRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task A_lock_that_was_written_is_read_back_with_all_packages()
    {
        var made = await WriteAsync(Amd, "1.26.4");

        Assert.That(
            made.Packages.Select(package =>
                $"{package.Ecosystem} {package.Name} {package.Version}"
            ),
            Is.EqualTo([
                "Pip numpy 1.26.4",
                "Debian libblas3 3.12.1-2",
                "Debian libgomp1 14.2.0-19",
            ])
        );
    }

    [Test]
    public async Task A_lock_is_current_until_one_of_its_inputs_changes()
    {
        await WriteAsync(Amd, "1.26.4");

        var before = Check(Amd);
        _repository.Write(MissionRepository.Astro + "science.pip", "numpy>=1.26\n");
        _repository.Write(MissionRepository.Astro + "more.pip", "scipy\n");
        _repository.Delete(MissionRepository.Astro + "tools.conda");
        var after = Check(Amd);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.IsCurrent, Is.True, string.Join('\n', before.Problems));
            Assert.That(after.IsCurrent, Is.False);
            Assert.That(
                after.Changes.Select(change => change.ToString()),
                Is.EquivalentTo([
                    "environments/astro/more.pip added",
                    "environments/astro/science.pip changed",
                    "environments/astro/tools.conda removed",
                ])
            );
        }
    }

    [Test]
    public async Task A_notebook_a_test_or_the_kernels_name_is_no_input_of_a_lock()
    {
        await WriteAsync(Amd, "1.26.4");

        _repository.Write(MissionRepository.Astro + "tests/real.ipynb", "{\"cells\": [1]}\n");
        _repository.Write(MissionRepository.Astro + "tests/imports", "numpy\n");
        _repository.Write(MissionRepository.Astro + "kernel.name", "Other\n");

        Assert.That(Check(Amd).IsCurrent, Is.True);
    }

    [Test]
    public async Task Locks_of_several_platforms_do_not_touch_each_other()
    {
        _repository.Write(
            "deployments/demo/mission.yml",
            "base:\n  build: common/base\nplatforms: [linux/amd64, linux/arm64]\n"
        );
        await WriteAsync(Arm, "1.25");
        await WriteAsync(Amd, "1.26");
        await WriteAsync(Amd, "1.27");

        var store = new LockStore(_repository.Demo);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(VersionOf(store.Find("astro", Amd)), Is.EqualTo("1.27"));
            Assert.That(VersionOf(store.Find("astro", Arm)), Is.EqualTo("1.25"));
        }
    }

    [Test]
    public async Task A_new_lock_that_cannot_be_trusted_leaves_the_old_one()
    {
        await WriteAsync(Amd, "1.26.4");
        var before = _repository.Snapshot();

        var failure = await Assert.ThrowsAsync<InvalidSpecsException>(() =>
            new LockStore(_repository.Demo).ReplaceAsync(
                "astro",
                Amd,
                folder => File.WriteAllTextAsync(folder / "requirements.txt", "numpy\n")
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("not fixed to one version"));
            Assert.That(_repository.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public void A_frozen_build_without_a_lock_names_the_command_that_makes_one()
    {
        var verifier = new LockVerifier(new LockCheck(new MissionInputs(_repository.Root)));

        Assert.That(
            () =>
                verifier.Verify(
                    _repository.Demo,
                    _repository.Demo.GetEnvironment("astro"),
                    false,
                    new RecordingReporter()
                ),
            Throws
                .TypeOf<Missions.Images.MissingLocksException>()
                .With.Message.Contains("./build.sh CompileEnvs --mission demo --use-frozen 0")
        );
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_frozen_build_names_changed_inputs_and_a_strict_one_fails_on_them(
        bool strict
    )
    {
        await WriteAsync(Amd, "1.26.4");
        var changed = _repository.Write(MissionRepository.Astro + "science.pip", "numpy\n");
        var reporter = new RecordingReporter();
        var verifier = new LockVerifier(new LockCheck(new MissionInputs(_repository.Root)));

        Assert.That(
            () =>
                verifier.Verify(
                    _repository.Demo,
                    _repository.Demo.GetEnvironment("astro"),
                    strict,
                    reporter
                ),
            strict ? Throws.TypeOf<InvalidSpecsException>() : Throws.Nothing
        );

        var problem = reporter.Problems.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Severity, Is.EqualTo(strict ? Severity.Error : Severity.Warning));
            Assert.That(problem.File, Is.EqualTo(changed));
            Assert.That(problem.Message, Does.StartWith("environments/astro/science.pip changed"));
        }
    }

    private static string? VersionOf(EnvironmentLock? found) =>
        found?.Packages.First(package => package.Name == "numpy").Version;

    private LockState Check(string platform) =>
        new LockCheck(new MissionInputs(_repository.Root)).Check(
            _repository.Demo,
            _repository.Demo.GetEnvironment("astro"),
            platform
        );

    private Task<EnvironmentLock> WriteAsync(string platform, string numpy) =>
        LockFiles.WriteAsync(_repository, platform, numpy);
}
