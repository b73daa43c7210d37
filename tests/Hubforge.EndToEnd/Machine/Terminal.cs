using System.Text;
using Hubforge.EndToEnd.Project;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Machine;

/// <summary>Types <c>./build.sh</c> on a terminal of its own and answers questions as a person does: when they are asked.</summary>
internal sealed class Terminal(AbsolutePath root)
{
    private const string End = "[the program has ended]";

    // A person reads the question first; by then the program shows no longer what is typed.
    private static readonly TimeSpan s_reading = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    /// <summary>Runs to the end and returns all that was seen on the terminal.</summary>
    public async Task<BuildOutcome> RunAsync(
        BuildCall call,
        IReadOnlyList<TypedAnswer> answers,
        CancellationToken cancellationToken
    )
    {
        Programs.Require("script", "bsdutils");
        var screen = AbsolutePath.Parse(Path.GetTempFileName());
        try
        {
            var words = call.Arguments.Select(ShellQuoting.Quote);
            var command = new Command("script").With(
                "--quiet",
                "--return",
                "--flush",
                "--echo",
                "always",
                "--command",
                $"./build.sh {string.Join(' ', words)}; code=$?; echo '{End}'; exit $code",
                screen.ToString()
            );
            var result = await Programs.TryAsync(
                command with
                {
                    WorkingDirectory = root,
                    Environment = BuildEnvironment.Clean.SetItems(call.Variables),
                    Input = new StandardInput(
                        (keyboard, token) => TypeAsync(answers, screen, keyboard, token)
                    ),
                },
                cancellationToken
            );
            return new BuildOutcome(call.ToString(), result);
        }
        finally
        {
            File.Delete(screen);
        }
    }

    private static async Task TypeAsync(
        IReadOnlyList<TypedAnswer> answers,
        AbsolutePath screen,
        Stream keyboard,
        CancellationToken cancellationToken
    )
    {
        foreach (var answer in answers)
        {
            await WaitForAsync(answer.Question, screen, cancellationToken);
            await Task.Delay(s_reading, cancellationToken);
            await keyboard.WriteAsync(
                Encoding.UTF8.GetBytes(answer.Text + "\r"),
                cancellationToken
            );
            await keyboard.FlushAsync(cancellationToken);
        }

        // A closed keyboard would reach the program as Ctrl+D.
        await WaitForAsync(End, screen, cancellationToken);
    }

    private static Task WaitForAsync(
        string text,
        AbsolutePath screen,
        CancellationToken cancellationToken
    ) =>
        Patience.WaitAsync(
            $"'{text}' on the terminal",
            s_patience,
            async token =>
            {
                var seen = await File.ReadAllTextAsync(screen, token);
                return seen.Contains(text, StringComparison.Ordinal)
                    || seen.Contains(End, StringComparison.Ordinal);
            },
            cancellationToken
        );
}
