namespace Hubforge.Automation;

/// <summary>A text under a name: a pair of the summary, a value that counts, what a dependency contributes.</summary>
public sealed record NamedText(string Key, string Value);
