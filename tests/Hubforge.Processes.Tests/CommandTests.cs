using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Processes.Tests;

public sealed class CommandTests
{
    [Test]
    public void Absent_options_add_nothing()
    {
        var command = new Command("helm")
            .With("upgrade")
            .WithOption("--namespace", (string?)null)
            .WithOption("--token", (Secret?)null)
            .WithFlag("--atomic", false)
            .WithOptions("--set", []);

        Assert.That(RecordingProcessRunner.WordsOf(command), Is.EqualTo(["helm", "upgrade"]));
    }

    [Test]
    public void Given_options_stand_in_order()
    {
        var command = new Command("helm")
            .WithOption("--namespace", "web")
            .WithFlag("--atomic", true)
            .WithOptions("--set", ["a=1", "b=2"]);

        Assert.That(
            RecordingProcessRunner.WordsOf(command),
            Is.EqualTo(["helm", "--namespace", "web", "--atomic", "--set", "a=1", "--set", "b=2"])
        );
    }

    [Test]
    public void A_printed_command_masks_secrets_and_quotes_words()
    {
        var command = new Command("login")
            .With("a b", "it's", "")
            .WithOption("--token", new Secret("hunter2"));

        Assert.That(command.ToString(), Is.EqualTo(@"login 'a b' 'it'\''s' '' --token ***"));
    }
}
