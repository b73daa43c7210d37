using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Hubforge.Containers;

/// <summary>The SHA-256 of some content, as images and registries write it: <c>sha256:</c> and 64 hexadecimal digits.</summary>
public readonly record struct Digest
{
    private const string Prefix = "sha256:";

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    private readonly string? _hex;

    private Digest(string hex) => _hex = hex;

    /// <summary>The 64 hexadecimal digits in lower case.</summary>
    public string Hex => _hex ?? new string('0', 64);

    /// <summary>The first 12 digits, as <c>docker images</c> shows them.</summary>
    public string Abbreviated => Hex[..12];

    /// <summary>Returns the digest of a finished SHA-256 computation.</summary>
    public static Digest FromHash(ReadOnlySpan<byte> hash) => new(Convert.ToHexStringLower(hash));

    /// <summary>Returns the digest that <paramref name="text"/> spells.</summary>
    /// <exception cref="FormatException">It is not <c>sha256:</c> and 64 lower-case hexadecimal digits.</exception>
    public static Digest Parse(string text) =>
        TryParse(text, out var digest)
            ? digest
            : throw new FormatException($"'{text}' is not a SHA-256 digest");

    /// <summary>Parses a digest with its prefix.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest)
    {
        var valid =
            text is not null
            && text.Length == Prefix.Length + 64
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && !text.AsSpan(Prefix.Length).ContainsAnyExcept(s_digits);
        digest = valid ? new Digest(text![Prefix.Length..]) : default;
        return valid;
    }

    /// <summary>Returns <c>sha256:</c> and the digits.</summary>
    public override string ToString() => Prefix + Hex;
}
