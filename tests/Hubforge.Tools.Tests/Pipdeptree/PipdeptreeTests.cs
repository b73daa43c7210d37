using Hubforge.Processes;
using Hubforge.Testing;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Pipdeptree;

public sealed class PipdeptreeTests
{
    [Test]
    public async Task It_is_asked_for_JSON_without_warnings()
    {
        var processes = new RecordingProcessRunner().Answer("/envs/a/bin/python", "[]");

        await new Tools.Pipdeptree.Pipdeptree(processes, "/envs/a/bin/python").GetGraphAsync(
            CancellationToken.None
        );

        Assert.That(
            processes.OnlyCommand,
            Is.EqualTo(["/envs/a/bin/python", "-m", "pipdeptree", "--json", "--warn", "silence"])
        );
    }

    [Test]
    public async Task An_answer_that_is_no_JSON_is_shown()
    {
        var processes = new RecordingProcessRunner().Answer("python3", "nothing to see");

        var failure = await Assert.ThrowsAsync<UnreadableReplyException>(() =>
            new Tools.Pipdeptree.Pipdeptree(processes, "python3").GetGraphAsync(
                CancellationToken.None
            )
        );

        Assert.That(failure.Message, Does.Contain("nothing to see"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task The_real_one_is_read(CancellationToken token)
    {
        var processes = new ProcessRunner();
        Assume.That(processes.FindProgram("/usr/bin/pipdeptree"), Is.Not.Null);

        var graph = await new Tools.Pipdeptree.Pipdeptree(
            processes,
            "/usr/bin/python3"
        ).GetGraphAsync(token);

        Assert.That(graph.Packages.Keys, Does.Contain("pipdeptree"));
    }
}
