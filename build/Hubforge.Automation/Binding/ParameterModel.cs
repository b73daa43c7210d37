using System.Reflection;

namespace Hubforge.Automation.Binding;

/// <summary>A parameter as the build class, a component or the engine declares it.</summary>
internal sealed record ParameterModel
{
    /// <summary>Name with its prefix, such as <c>UseFrozen</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Type of the member.</summary>
    public required Type Type { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether the value is never printed.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether every run needs a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether help shows it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Whether the engine or a base class declares it.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Environment variables that give it a value, strongest first.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; init; } = [];

    /// <summary>Splits one text into the elements of a list; null means that each text is one element.</summary>
    public char? Separator { get; init; }

    /// <summary>What the option means when it stands alone; null when it needs a value or is a flag.</summary>
    public string? BareValue { get; init; }

    /// <summary>Returns the values to choose from; empty when any value will do.</summary>
    public Func<IReadOnlyList<string>> ValueSet { get; init; } = () => [];

    /// <summary>The field or property; null for a parameter of the engine.</summary>
    public MemberInfo? Member { get; init; }

    /// <summary>The name as it is typed, without dashes in front.</summary>
    public string DashedName { get; init; } = "";

    /// <summary>The option as it is typed.</summary>
    public string Option => "--" + DashedName;
}
