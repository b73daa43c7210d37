namespace Hubforge.Automation.Targets;

/// <summary>A condition of a target, with the text of its expression for the summary.</summary>
internal sealed record Condition(Func<object?, bool> IsMet, string Text);
