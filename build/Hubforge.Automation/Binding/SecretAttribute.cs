namespace Hubforge.Automation;

/// <summary>Marks a parameter whose value is masked wherever the build prints. Members of type <see cref="Primitives.Secret"/> need no mark.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
