using System.Text.RegularExpressions;

namespace Hubforge.Missions.Specs.Conda;

/// <summary>One package file of an explicit list: <c>https://.../numpy-1.26.4-py311h_0.conda#HASH</c>.</summary>
/// <param name="Address">The address without the hash.</param>
internal sealed partial record ExplicitEntry(string Address)
{
    /// <summary>The name of the package.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its build string.</summary>
    public required string Build { get; init; }

    /// <summary>The folder of the channel, such as <c>linux-64</c> or <c>noarch</c>.</summary>
    public required string Subdir { get; init; }

    /// <summary><c>md5:HEX</c> or <c>sha256:HEX</c>; null when there is none.</summary>
    public string? Hash { get; init; }

    /// <summary>Returns the entry.</summary>
    /// <exception cref="FormatException">The text is none; the message says what is wrong with it.</exception>
    public static ExplicitEntry Parse(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? text : text[..hash];
        var match = AddressPattern().Match(address);
        if (!match.Success)
        {
            throw new FormatException(
                "an address that ends in SUBDIR/NAME-VERSION-BUILD.conda (or .tar.bz2) belongs here"
            );
        }

        return new ExplicitEntry(address)
        {
            Name = match.Groups["name"].Value.ToLowerInvariant(),
            Version = match.Groups["version"].Value,
            Build = match.Groups["build"].Value,
            Subdir = match.Groups["subdir"].Value,
            Hash = hash < 0 ? null : ParseHash(text[(hash + 1)..]),
        };
    }

    private static string ParseHash(string text)
    {
        var hex = text.StartsWith("sha256:", StringComparison.Ordinal) ? text[7..] : text;
        if (!hex.All(char.IsAsciiHexDigitLower))
        {
            throw new FormatException($"'{text}' is not a hash in small hexadecimal digits");
        }

        return hex.Length switch
        {
            32 => "md5:" + hex,
            64 => "sha256:" + hex,
            _ => throw new FormatException(
                $"the hash has {hex.Length} digits; md5 has 32 and sha256 has 64"
            ),
        };
    }

    [GeneratedRegex(
        @"^[a-z]+://\S*/(?<subdir>[a-z0-9-]+)/(?<name>[A-Za-z0-9_.-]+)-(?<version>[^-/\s]+)-(?<build>[^-/\s]+)\.(conda|tar\.bz2)$"
    )]
    private static partial Regex AddressPattern();
}
