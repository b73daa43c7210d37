namespace Hubforge.Primitives;

/// <summary>A value that must never be seen: it prints as <c>***</c>, so that it can stand in commands, records and messages.</summary>
public sealed class Secret(string value) : IEquatable<Secret>
{
    /// <summary>What stands in the place of a secret wherever it is printed.</summary>
    public const string Mask = "***";

    /// <summary>Returns the value itself. Call it only where the value is handed to the program or service that needs it.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && other.Reveal() == value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value);

    /// <summary>Returns <see cref="Mask"/>.</summary>
    public override string ToString() => Mask;
}
