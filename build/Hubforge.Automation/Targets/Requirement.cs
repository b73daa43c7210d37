namespace Hubforge.Automation.Targets;

/// <summary>Something that must hold before the first target runs.</summary>
/// <param name="Value">The value that must be there, or a bool that must be true.</param>
/// <param name="Text">The expression as it stands in the build class, without <c>() =&gt;</c>.</param>
internal sealed record Requirement(Func<object?> Value, string Text)
{
    public bool IsMet() =>
        Value() switch
        {
            null => false,
            bool flag => flag,
            string text => !string.IsNullOrWhiteSpace(text),
            Primitives.Secret secret => !string.IsNullOrWhiteSpace(secret.Reveal()),
            System.Collections.ICollection list => list.Count > 0,
            _ => true,
        };
}
