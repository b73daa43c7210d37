using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>A program with its arguments, ready to be run by an <see cref="IProcessRunner"/>. No shell is involved.</summary>
/// <param name="Program">A name that is looked up on <c>PATH</c>, or a path.</param>
public sealed record Command(string Program)
{
    /// <summary>The arguments, each passed on as one, never split or quoted.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>Where the program starts; the current folder when null.</summary>
    public AbsolutePath? WorkingDirectory { get; init; }

    /// <summary>Variables added to the inherited environment; a null value removes one.</summary>
    public ImmutableDictionary<string, Argument?> Environment { get; init; } =
        ImmutableDictionary<string, Argument?>.Empty;

    /// <summary>What the program reads from standard input; an empty input when null.</summary>
    public StandardInput? Input { get; init; }

    /// <summary>Exit codes that are not a failure; only 0 by default.</summary>
    public ImmutableArray<int> AcceptedExitCodes { get; init; } = [0];

    /// <summary>Whether the program shares the terminal (an editor, a shell). Nothing is captured then.</summary>
    public bool Interactive { get; init; }

    /// <summary>How long the program may run; for ever when null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Most characters that are kept of each stream; what came first is dropped. When null, 64 Mi, or 1 Mi (enough for a message) when the lines are
    /// handed out while they come.
    /// </summary>
    public int? OutputLimit { get; init; }

    /// <summary>One thing to try when the command fails; it closes the message of <see cref="CommandFailedException"/>.</summary>
    public string? Hint { get; init; }

    /// <summary>Appends arguments.</summary>
    public Command With(params ReadOnlySpan<Argument> arguments) =>
        this with
        {
            Arguments = Arguments.AddRange(arguments),
        };

    /// <summary>Appends <paramref name="name"/> and <paramref name="value"/> as two arguments; nothing when the value is null.</summary>
    public Command WithOption(string name, string? value) =>
        value is null ? this : With(name, value);

    /// <summary>Same for a secret value.</summary>
    public Command WithOption(string name, Secret? value) =>
        value is null ? this : With(name, value);

    /// <summary>Appends <paramref name="name"/> and a value once for each of <paramref name="values"/>.</summary>
    public Command WithOptions(string name, IEnumerable<string> values) =>
        values.Aggregate(this, (command, value) => command.With(name, value));

    /// <summary>Appends <paramref name="name"/> when <paramref name="value"/> is true.</summary>
    public Command WithFlag(string name, bool value) => value ? With(name) : this;

    /// <summary>Sets a variable of the program's environment; null removes it.</summary>
    public Command WithVariable(string name, Argument? value) =>
        this with
        {
            Environment = Environment.SetItem(name, value),
        };

    /// <summary>Returns the command as a person would type it, with secrets masked.</summary>
    public override string ToString() =>
        string.Join(
            ' ',
            Arguments.Select(argument => ShellQuoting.Quote(argument.ToString())).Prepend(Program)
        );
}
