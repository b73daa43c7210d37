namespace Hubforge.Automation.Hosts;

/// <summary>A table under a heading on the page of a CI job.</summary>
/// <param name="Title">The heading, such as <c>Tests of roman</c>.</param>
/// <param name="Table">What is below it.</param>
public sealed record SummarySection(string Title, MarkdownTable Table);
