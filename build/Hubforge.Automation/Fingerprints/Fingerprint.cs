namespace Hubforge.Automation;

/// <summary>SHA-256 over everything that the result of a node depends on; equal fingerprints mean that nothing has to be done again.</summary>
/// <param name="Value">64 hexadecimal digits, lower case.</param>
public sealed record Fingerprint(string Value)
{
    /// <summary>The first twelve digits, enough for people.</summary>
    public string Abbreviated => Value[..12];

    /// <summary>Returns all digits.</summary>
    public override string ToString() => Value;
}
