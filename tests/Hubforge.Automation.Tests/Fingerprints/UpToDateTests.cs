using Hubforge.Testing;

namespace Hubforge.Automation.Tests.Fingerprints;

public sealed class UpToDateTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public UpToDateTests()
    {
        _sandbox.Write("specs/a/in.txt", "1");
        _sandbox.Write("specs/b/in.txt", "1");
        _sandbox.Write("notebooks/a.ipynb", "1");
    }

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task A_second_run_does_nothing_and_says_so()
    {
        await Run("Test");

        var ran = await Run("Test");

        Assert.That(ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Match(@"Build\[a\] +Up to date +// unchanged"));
    }

    [Test]
    public async Task A_changed_input_runs_its_item_and_what_depends_on_it()
    {
        await Run("Test");
        _sandbox.Write("specs/a/in.txt", "2");

        var ran = await Run("Test");

        Assert.That(ran, Is.EqualTo(["Lock[a]", "Build[a]", "Test[a]"]));
        Assert.That(_sandbox.Output, Does.Contain("// specs/a/in.txt changed"));
    }

    [Test]
    public async Task An_output_that_comes_out_the_same_runs_nothing_more()
    {
        await Run("Test");
        _sandbox.Write("specs/a/comment.txt", "does not change the lock");

        var ran = await Run("Test");

        Assert.That(ran, Is.EqualTo(["Lock[a]"]));
    }

    [Test]
    public async Task A_touched_file_with_the_same_content_runs_nothing()
    {
        await Run("Test");
        File.SetLastWriteTimeUtc(_sandbox.Write("specs/a/in.txt", "1"), DateTime.UnixEpoch);

        var ran = await Run("Test");

        Assert.That(ran, Is.Empty);
    }

    [Test]
    public async Task A_missing_output_is_made_again()
    {
        await Run("Test");
        File.Delete(_sandbox.Root / "locks" / "b.lock");

        var ran = await Run("Test");

        Assert.That(ran, Is.EqualTo(["Lock[b]"]));
        Assert.That(_sandbox.Output, Does.Contain("// locks/b.lock is missing"));
    }

    [Test]
    public async Task A_changed_parameter_is_named_by_its_option_and_both_values()
    {
        await Run("Test");

        await Run("Test", "--use-frozen", "false");

        Assert.That(_sandbox.Output, Does.Contain("--use-frozen: true -> false"));
    }

    [Test]
    public async Task A_failed_node_runs_again()
    {
        await Run("Test");
        _sandbox.Write("specs/a/in.txt", "fail");
        await Run("Test");
        _sandbox.Write("specs/a/in.txt", "1");

        var ran = await Run("Test");

        Assert.That(ran, Is.EqualTo(["Lock[a]"]));
    }

    [Test]
    public async Task Force_runs_invoked_targets_although_they_are_up_to_date()
    {
        await Run("Build");

        var ran = await Run("Build", "--force");

        Assert.That(ran, Is.EquivalentTo(["Build[a]", "Build[b]"]));
    }

    [Test]
    public async Task A_plan_tells_what_runs_and_what_depends_on_an_outcome()
    {
        await Run("Test");
        _sandbox.Write("specs/a/in.txt", "2");
        _sandbox.Write("notebooks/a.ipynb", "2");

        await _sandbox.RunAsync(new Missions(), "Test", "--plan");

        Approved.Matches(_sandbox.Output);
    }

    [Test]
    public async Task A_plan_before_anything_ran_runs_everything()
    {
        await _sandbox.RunAsync(new Missions(), "Test", "--plan");

        Approved.Matches(_sandbox.Output);
    }

    [Test]
    public async Task Why_names_every_reason()
    {
        await Run("Test");
        _sandbox.Write("specs/a/in.txt", "2");
        _sandbox.Write("specs/a/more.txt", "2");

        await _sandbox.RunAsync(new Missions(), "--why", "lock");

        Approved.Matches(_sandbox.Output);
    }

    [Test]
    public async Task A_check_of_the_fingerprint_is_enough_without_recorded_state()
    {
        await Run("Labelled");
        Directory.Delete(_sandbox.Root / ".nuke" / "temp", recursive: true);

        var ran = await Run("Labelled");

        Assert.That(ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Contain("// its result is current"));
    }

    [Test]
    public async Task A_check_of_the_fingerprint_says_why_not()
    {
        await Run("Labelled");
        File.Delete(_sandbox.Root / "label");

        var ran = await Run("Labelled");

        Assert.That(ran, Is.EqualTo(["Labelled"]));
        Assert.That(_sandbox.Output, Does.Contain("// image is gone"));
    }

    [Test]
    public async Task A_changed_input_is_named_although_the_check_decides()
    {
        await Run("Labelled");
        _sandbox.Write("specs/a/in.txt", "2");

        await Run("Labelled");

        Assert.That(_sandbox.Output, Does.Contain("// specs/a/in.txt changed"));
    }

    [Test]
    public async Task A_secret_value_counts_and_is_written_nowhere()
    {
        await Run("Secretive", "--password", "first-secret");

        var ran = await Run("Secretive", "--password", "other-secret");

        Assert.That(ran, Is.EqualTo(["Secretive"]));
        Assert.That(_sandbox.Output, Does.Contain("a secret value changed"));
        Assert.That(_sandbox.Read(".nuke/temp/state/Secretive.txt"), Does.Not.Contain("secret-"));
    }

    [Test]
    public async Task A_skipped_target_leaves_the_fingerprints_of_its_dependents_as_they_are()
    {
        await Run("Test");

        var ran = await Run("Test", "--skip", "Build");

        Assert.That(ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Match(@"Test\[a\] +Up to date"));
    }

    private async Task<IReadOnlyList<string>> Run(params string[] args)
    {
        var build = new Missions();
        await _sandbox.RunAsync(build, [.. args, "--jobs", "1"]);
        return build.Ran;
    }

    private sealed class Missions : RecordingBuild
    {
        [Parameter]
        readonly bool UseFrozen = true;

        [Parameter]
        readonly Primitives.Secret? Password = null;

        private static readonly string[] s_missions = ["a", "b"];

        Target Lock =>
            target =>
                target
                    .ForEach(s_missions)
                    .Inputs(mission => [$"specs/{mission}"])
                    .Outputs(mission => [$"locks/{mission}.lock"])
                    .Executes(mission =>
                    {
                        Mark();
                        var spec = File.ReadAllText(RootDirectory / "specs" / mission / "in.txt");
                        if (spec == "fail")
                        {
                            throw new TargetFailedException("no solution");
                        }

                        Directory.CreateDirectory(RootDirectory / "locks");
                        File.WriteAllText(RootDirectory / "locks" / $"{mission}.lock", spec);
                    });

        Target Common => target => target.Value(() => UseFrozen).Executes(Mark);

        Target Build =>
            target =>
                target
                    .ForEach(s_missions)
                    .DependsOn(Common, Lock)
                    .Inputs(_ => [])
                    .Executes(_ => Mark());

        Target Test =>
            target =>
                target
                    .ForEach(s_missions)
                    .DependsOn(Build)
                    .Inputs(mission => [$"notebooks/{mission}.ipynb"])
                    .Executes(_ => Mark());

        Target Labelled =>
            target =>
                target
                    .Inputs("specs/a/**")
                    .UpToDateWhen((fingerprint, _) => Task.FromResult(Compare(fingerprint)))
                    .Executes(() =>
                    {
                        Mark();
                        File.WriteAllText(
                            RootDirectory / "label",
                            RunningNode.Current!.Fingerprint!.Value
                        );
                    });

        Target Secretive => target => target.Value(() => Password).Executes(Mark);

        private static Currency Compare(Fingerprint fingerprint)
        {
            var label = RootDirectory / "label";
            return !label.FileExists ? Currency.Outdated("image is gone")
                : File.ReadAllText(label) == fingerprint.Value
                    ? Currency.Current("its result is current")
                : Currency.Outdated("image has another fingerprint");
        }
    }
}
