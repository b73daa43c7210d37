using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>The hashes of a file in a report.</summary>
public sealed record PipArchive
{
    private const string Prefix = "sha256=";

    /// <summary>The old form, <c>sha256=...</c>: the only one for files of <c>--find-links</c> before pip 23.1.</summary>
    [JsonInclude]
    internal string? Hash { get; init; }

    [JsonInclude]
    internal Dictionary<string, string>? Hashes { get; init; }

    /// <summary>In hexadecimal; null when pip knows none.</summary>
    [JsonIgnore]
    public string? Sha256 =>
        Hashes?.GetValueOrDefault("sha256")
        ?? (
            Hash?.StartsWith(Prefix, StringComparison.Ordinal) == true
                ? Hash[Prefix.Length..]
                : null
        );
}
