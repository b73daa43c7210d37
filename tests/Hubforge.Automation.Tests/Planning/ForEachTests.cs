namespace Hubforge.Automation.Tests.Planning;

public sealed class ForEachTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task Each_item_is_a_node_named_after_it()
    {
        var build = new Missions();

        await _sandbox.RunAsync(build, "Build", "--jobs", "1");

        Assert.That(build.Ran, Is.EqualTo(["Common", "Build[roman]", "Build[tike]"]));
        Assert.That(_sandbox.Output, Does.Match(@"Build\[roman\] +Succeeded"));
    }

    [Test]
    public async Task A_dependency_over_the_same_items_is_per_item()
    {
        var build = new Missions { Breaks = "roman" };

        var exitCode = await _sandbox.RunAsync(build, "Test");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Does.Contain("Test[tike]").And.Not.Contain("Test[roman]"));
        Assert.That(
            _sandbox.Output,
            Does.Match(@"Test\[roman\] +Not run +// Build\[roman\] failed")
        );
    }

    [Test]
    public async Task A_dependency_without_items_waits_for_all_of_them()
    {
        var build = new Missions { Breaks = "roman" };

        await _sandbox.RunAsync(build, "Announce");

        Assert.That(build.Ran, Does.Not.Contain("Announce"));
        Assert.That(_sandbox.Output, Does.Match(@"Announce +Not run +// Build\[roman\] failed"));
    }

    [Test]
    public async Task Items_follow_the_parameters()
    {
        var build = new Missions();

        await _sandbox.RunAsync(build, "Build", "--mission", "jwebbinar");

        Assert.That(build.Ran, Is.EqualTo(["Common", "Build[jwebbinar]"]));
    }

    [Test]
    public async Task No_items_are_no_work_and_order_and_failures_pass_through()
    {
        var build = new Missions { Breaks = "common" };

        var exitCode = await _sandbox.RunAsync(build, "Announce", "--mission");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Match("Announce +Not run +// Common failed"));
    }

    [Test]
    public async Task Items_are_not_listed_for_help()
    {
        var exitCode = await _sandbox.RunAsync<Costly>("--help");

        Assert.That(exitCode, Is.Zero);
    }

    [Test]
    public async Task Items_have_names_of_their_own()
    {
        var build = new Numbers();

        await _sandbox.RunAsync(build, "Count", "--jobs", "1");

        Assert.That(build.Ran, Is.EqualTo(["Count[n1]", "Count[n2]"]));
    }

    [Test]
    public async Task A_condition_can_look_at_the_item()
    {
        var build = new Numbers();

        await _sandbox.RunAsync(build, "Odd");

        Assert.That(build.Ran, Is.EqualTo(["Odd[1]"]));
        Assert.That(
            _sandbox.Output,
            Does.Match(@"Odd\[2\] +Skipped +// OnlyWhen: number % 2 == 1")
        );
    }

    [Test]
    public async Task Items_that_are_parts_of_others_relate_to_those_alone()
    {
        var build = new Parts();

        var exitCode = await _sandbox.RunAsync(build, "Image");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Does.Contain("Lock[b/z]").And.Contain("Image[b]"));
        Assert.That(build.Ran, Does.Not.Contain("Lock[a/x]").And.Not.Contain("Image[a]"));
    }

    private sealed class Parts : RecordingBuild
    {
        private static readonly (string Mission, string Name)[] s_parts =
        [
            ("a", "x"),
            ("a", "y"),
            ("b", "z"),
        ];

        Target Base =>
            _ =>
                _.ForEach(["a", "b"])
                    .Executes(mission =>
                    {
                        if (mission == "a")
                        {
                            throw new TargetFailedException("no base");
                        }
                    });

        Target Lock =>
            _ =>
                _.ForEach(s_parts, part => $"{part.Mission}/{part.Name}")
                    .DependsOn(Base)
                    .Executes(_ => Mark());

        Target Image => _ => _.ForEach(["a", "b"]).DependsOn(Lock).Executes(_ => Mark());
    }

    private sealed class Missions : RecordingBuild
    {
        [Parameter]
        readonly string[] Mission = ["roman", "tike"];

        public string Breaks { get; init; } = "";

        Target Common => _ => _.Executes(() => Work("common"));

        Target Build =>
            _ => _.ForEach(() => Mission).DependsOn(Common).Executes(mission => Work(mission));

        Target Test => _ => _.ForEach(() => Mission).DependsOn(Build).Executes(_ => Mark());

        Target Announce => _ => _.DependsOn(Build).Executes(Mark);

        private void Work(string item)
        {
            if (item == Breaks)
            {
                throw new TargetFailedException("broken");
            }

            Mark();
        }
    }

    private sealed class Costly : HubforgeBuild
    {
        Target Work =>
            _ => _.ForEach<string>(() => throw new InvalidOperationException()).Executes(_ => { });
    }

    private sealed class Numbers : RecordingBuild
    {
        Target Count => _ => _.ForEach([1, 2], number => $"n{number}").Executes(number => Mark());

        Target Odd =>
            _ =>
                _.ForEach([1, 2])
                    .OnlyWhenDynamic(number => number % 2 == 1)
                    .Executes(number => Mark());
    }
}
