namespace Hubforge.Processes;

/// <summary>One line that a running program printed.</summary>
/// <param name="IsError">Whether it came from standard error, which does not make it an error.</param>
/// <param name="Text">The line without its end; where the program rewrites a line with carriage returns, its last state.</param>
public readonly record struct OutputLine(bool IsError, string Text);
