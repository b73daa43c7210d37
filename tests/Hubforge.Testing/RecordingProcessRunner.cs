using System.Text;
using Hubforge.Processes;

namespace Hubforge.Testing;

/// <summary>
/// A runner that starts nothing: it remembers every command and gives the answers it was told. Answers for the same command are given in order,
/// the last one again and again. Without an answer a program ends well and silently.
/// </summary>
public sealed class RecordingProcessRunner : IProcessRunner
{
    private readonly Lock _lock = new();
    private readonly List<(string[] Words, Queue<ScriptedRun> Runs)> _answers = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _programs = [];
    private readonly List<Command> _commands = [];
    private readonly List<string> _inputs = [];

    /// <summary>The commands in the order in which they came.</summary>
    public IReadOnlyList<Command> Commands
    {
        get
        {
            lock (_lock)
            {
                return [.. _commands];
            }
        }
    }

    /// <summary>What each command got on standard input, in the same order; empty when nothing.</summary>
    public IReadOnlyList<string> Inputs
    {
        get
        {
            lock (_lock)
            {
                return [.. _inputs];
            }
        }
    }

    /// <summary>The program and the arguments of the only command there was, secrets revealed.</summary>
    public IReadOnlyList<string> OnlyCommand => WordsOf(Commands.Single());

    /// <summary>Returns program and arguments of a command, secrets revealed.</summary>
    public static IReadOnlyList<string> WordsOf(Command command) =>
        [command.Program, .. command.Arguments.Select(argument => argument.Reveal())];

    /// <summary>Answers commands that begin with the words of <paramref name="command"/> (split at blanks): <c>Answer("helm upgrade", ...)</c>. The longest beginning wins.</summary>
    public RecordingProcessRunner Answer(
        string command,
        string stdout = "",
        int exitCode = 0,
        string stderr = ""
    ) => Answer(command, new ScriptedRun(exitCode, stdout, stderr));

    /// <summary>Same with an answer that may also do something, such as write the file that the real program would write.</summary>
    public RecordingProcessRunner Answer(string command, ScriptedRun run)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        lock (_lock)
        {
            var known = _answers.Find(answer => answer.Words.SequenceEqual(words)).Runs;
            if (known is null)
            {
                _answers.Add((words, known = new Queue<ScriptedRun>()));
            }

            known.Enqueue(run);
        }

        return this;
    }

    /// <summary>Says where <see cref="FindProgram"/> and <see cref="ListPrograms"/> find a program; no paths means nowhere. By default everything is in /usr/bin.</summary>
    public RecordingProcessRunner Place(string program, params string[] paths)
    {
        lock (_lock)
        {
            _programs[program] = paths;
        }

        return this;
    }

    /// <inheritdoc/>
    public string? FindProgram(string name) => ListPrograms(name) is [var first, ..] ? first : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> ListPrograms(string name)
    {
        lock (_lock)
        {
            return _programs.GetValueOrDefault(name) ?? [$"/usr/bin/{name}"];
        }
    }

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(
        Command command,
        Action<OutputLine>? onLine,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var input = await ReadInputAsync(command, cancellationToken);
        var run = Record(command, input);
        if (run.Act is { } act)
        {
            await act(command, cancellationToken);
        }

        Emit(run, onLine);
        var result = new CommandResult(run.ExitCode, run.Output, run.Error, TimeSpan.Zero);
        return command.AcceptedExitCodes.Contains(run.ExitCode)
            ? result
            : throw new CommandFailedException(command, result);
    }

    private static async Task<string> ReadInputAsync(
        Command command,
        CancellationToken cancellationToken
    )
    {
        using var memory = new MemoryStream();
        if (command.Input is { } input)
        {
            await input.CopyToAsync(memory, cancellationToken);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void Emit(ScriptedRun run, Action<OutputLine>? onLine)
    {
        foreach (var line in Lines(run.Output))
        {
            onLine?.Invoke(new OutputLine(false, line));
        }

        foreach (var line in Lines(run.Error))
        {
            onLine?.Invoke(new OutputLine(true, line));
        }
    }

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    private ScriptedRun Record(Command command, string input)
    {
        lock (_lock)
        {
            _commands.Add(command);
            _inputs.Add(input);
            var words = WordsOf(command);
            var runs = _answers
                .Where(answer => answer.Words.SequenceEqual(words.Take(answer.Words.Length)))
                .OrderByDescending(answer => answer.Words.Length)
                .FirstOrDefault()
                .Runs;
            return runs switch
            {
                null => new ScriptedRun(),
                { Count: > 1 } => runs.Dequeue(),
                _ => runs.Peek(),
            };
        }
    }
}
