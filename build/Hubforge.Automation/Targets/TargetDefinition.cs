namespace Hubforge.Automation.Targets;

/// <summary>The definition that a target's lambda receives.</summary>
internal sealed class TargetDefinition(TargetSpecification specification) : ITargetDefinition
{
    public TargetSpecification Specification { get; } = specification;
}
