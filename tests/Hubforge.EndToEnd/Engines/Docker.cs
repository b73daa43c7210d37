using Hubforge.EndToEnd.Machine;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Engines;

/// <summary>The client of a Docker engine, for what the tests look at from outside.</summary>
/// <param name="host">The engine's address; the machine's own engine when null.</param>
internal sealed class Docker(string? host)
{
    /// <summary>The machine's own engine.</summary>
    public static Docker Local { get; } = new(null);

    /// <summary>Fails the test when there is no engine.</summary>
    public static async Task RequireAsync(CancellationToken cancellationToken)
    {
        Programs.Require("docker", "docker.io");
        var answer = await Local.TryAsync(["version"], cancellationToken);
        Assert.That(
            answer.ExitCode,
            Is.Zero,
            $"No Docker engine answers, and this test is nothing without one.\n{answer.Error}\n  try: apt-get install docker.io, or ./build.sh Verify --provision"
        );
    }

    public Task<CommandResult> TryAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    ) =>
        Programs.TryAsync(
            new Command("docker")
                .WithOptions("--host", host is null ? [] : [host])
                .With([.. arguments.Select(argument => (Argument)argument)]),
            cancellationToken
        );

    /// <summary>Runs the client, which must end with 0, and returns what it printed.</summary>
    public async Task<string> ReadAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        var answer = await TryAsync(arguments, cancellationToken);
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        return answer.Output.TrimEnd();
    }

    /// <summary>Returns the id of an image, which the engine must have.</summary>
    public Task<string> IdOfAsync(string image, CancellationToken cancellationToken) =>
        ReadAsync(["image", "inspect", "--format", "{{.Id}}", image], cancellationToken);

    /// <summary>Returns the containers, running or not, that carry a label.</summary>
    public async Task<IReadOnlyList<string>> ListContainersAsync(
        string label,
        CancellationToken cancellationToken
    )
    {
        var output = await ReadAsync(
            [
                "ps",
                "--all",
                "--filter",
                $"label={label}",
                "--format",
                "{{.ID}} {{.Image}} {{.Status}} {{.Command}}",
            ],
            cancellationToken
        );
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Returns the engine's own clock, by which events are asked for.</summary>
    public Task<string> NowAsync(CancellationToken cancellationToken) =>
        ReadAsync(["info", "--format", "{{.SystemTime}}"], cancellationToken);

    /// <summary>Returns what the engine did with containers that carry a label, between two moments of its clock.</summary>
    public async Task<IReadOnlyList<string>> ListEventsAsync(
        string label,
        (string Since, string Until) time,
        CancellationToken cancellationToken
    )
    {
        var output = await ReadAsync(
            [
                "events",
                "--since",
                time.Since,
                "--until",
                time.Until,
                "--filter",
                "type=container",
                "--filter",
                $"label={label}",
                "--format",
                "{{.Action}}",
            ],
            cancellationToken
        );
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Removes the images that carry a label, with all their names.</summary>
    public async Task RemoveImagesAsync(string label, CancellationToken cancellationToken)
    {
        var ids = await TryAsync(
            ["images", "--quiet", "--no-trunc", "--filter", $"label={label}"],
            cancellationToken
        );
        var unique = ids.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct();
        await TryAsync(["image", "rm", "--force", .. unique], cancellationToken);
    }
}
