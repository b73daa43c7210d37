namespace Hubforge.Automation.Cli;

/// <summary>A question for a missing parameter.</summary>
internal sealed record ParameterQuestion(string Text, bool IsSecret, IReadOnlyList<string> Choices);
