namespace Hubforge.Automation.Binding;

/// <summary>A value that a source gives to a parameter, still as text.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Source">The place in words that a person finds again.</param>
/// <param name="Values">The texts; none for a bare option.</param>
internal sealed record Setting(SourceKind Kind, string Source, IReadOnlyList<string> Values);
