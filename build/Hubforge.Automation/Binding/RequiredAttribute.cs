namespace Hubforge.Automation;

/// <summary>Marks a parameter that every run needs.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
