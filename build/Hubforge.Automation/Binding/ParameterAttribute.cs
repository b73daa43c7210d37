namespace Hubforge.Automation;

/// <summary>Makes a field or property a parameter: an option on the command line, a variable, a key of the parameter files.</summary>
/// <param name="description">Shown by <c>--help</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ParameterAttribute(string? description = null) : Attribute
{
    /// <summary>Shown by <c>--help</c>.</summary>
    public string? Description { get; } = description;

    /// <summary>Name instead of the member's.</summary>
    public string? Name { get; set; }

    /// <summary>One character that splits a text into the elements of a list, on the command line too; environment variables and <c>setup-env</c> are split at commas and spaces without it.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether <c>--help</c> shows it. Completion always knows it.</summary>
    public bool List { get; set; } = true;

    /// <summary>Classic environment variables that give it a value besides <c>HUBFORGE_NAME</c>, strongest first, separated by spaces.</summary>
    public string? Environment { get; set; }

    /// <summary>Type that holds <see cref="ValueProviderMember"/>; the build class when null.</summary>
    public Type? ValueProviderType { get; set; }

    /// <summary>A member of type <c>IEnumerable&lt;string&gt;</c> with the values to choose from; anything else is an error with suggestions.</summary>
    public string? ValueProviderMember { get; set; }
}
