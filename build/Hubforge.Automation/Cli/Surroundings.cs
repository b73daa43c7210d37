using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>What the engine sees of the process it runs in; tests give their own.</summary>
internal sealed record Surroundings
{
    /// <summary>The current folder, from which relative paths on the command line start.</summary>
    public required AbsolutePath Directory { get; init; }

    /// <summary>Where the program is; null when that says nothing about the project.</summary>
    public AbsolutePath? ProgramDirectory { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Lists all environment variables, each as <c>NAME=value</c>.</summary>
    public Func<IEnumerable<string>> Variables { get; init; } = () => [];

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Reads an answer to a question; null when nobody can be asked.</summary>
    public Func<ParameterQuestion, string?>? Ask { get; init; }

    /// <summary>Whether the output is a terminal, for colours and the live view.</summary>
    public bool IsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public int ProcessorCount { get; init; } = 1;

    /// <summary>Number of this process, for the message of a second run.</summary>
    public int ProcessId { get; init; }

    /// <summary>Starts to listen for Ctrl+C and SIGTERM; the first argument is called for the first, the second for another.</summary>
    public Func<Action, Action, IDisposable>? OnCancel { get; init; }

    public bool HasColors =>
        IsTerminal && Variable("NO_COLOR") is null or "" && Variable("TERM") != "dumb";
}
