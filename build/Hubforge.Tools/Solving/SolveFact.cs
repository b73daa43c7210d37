namespace Hubforge.Tools.Solving;

/// <summary>One labelled line that helps to understand a failure, such as the versions that exist.</summary>
public sealed record SolveFact(string Label, string Value);
