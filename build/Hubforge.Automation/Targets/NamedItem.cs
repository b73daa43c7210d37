namespace Hubforge.Automation.Targets;

/// <summary>An item of <c>ForEach</c> and the name that its node carries in brackets.</summary>
internal sealed record NamedItem(string Name, object Item);
