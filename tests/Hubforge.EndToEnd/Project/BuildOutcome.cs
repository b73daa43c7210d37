using Hubforge.Processes;

namespace Hubforge.EndToEnd.Project;

/// <summary>How a run of <c>./build.sh</c> ended.</summary>
/// <param name="Command">What was typed.</param>
/// <param name="Result">What came back.</param>
internal sealed record BuildOutcome(string Command, CommandResult Result)
{
    public int ExitCode => Result.ExitCode;

    public string Output => Result.Output;

    public string Error => Result.Error;

    /// <summary>Both streams.</summary>
    public string Text => Result.Output + Result.Error;

    /// <summary>Everything, for the message of a failed assertion.</summary>
    public override string ToString() =>
        $"""
            $ {Command}
            exit code {ExitCode} after {Result.Duration.TotalSeconds:F1} s
            --- output
            {Output.TrimEnd()}
            --- error
            {Error.TrimEnd()}
            """;
}
