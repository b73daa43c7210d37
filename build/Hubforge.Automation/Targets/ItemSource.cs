namespace Hubforge.Automation.Targets;

/// <summary>The items that a target runs for, one node each; listed only when a plan needs them.</summary>
internal sealed record ItemSource(Type Type, Func<IReadOnlyList<NamedItem>> List);
