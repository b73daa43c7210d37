using System.Collections.Immutable;

namespace Hubforge.Automation.Fingerprints;

/// <summary>Everything that a node's fingerprint is made of; kept after a success so that the next run can say what changed.</summary>
internal sealed record NodeFacts
{
    public required Fingerprint Fingerprint { get; init; }

    public required ImmutableArray<FileDigest> Inputs { get; init; }

    /// <summary>Names and texts; the text of a secret is its mask.</summary>
    public required ImmutableArray<NamedText> Values { get; init; }

    /// <summary>Names of dependencies and what they contribute.</summary>
    public required ImmutableArray<NamedText> Needs { get; init; }

    /// <summary>Digest of the outputs' content; null when the target declares none, or they are not made yet.</summary>
    public string? Outputs { get; init; }

    /// <summary>What the node contributes to the fingerprints of those that depend on it.</summary>
    public string Contribution => Outputs ?? Fingerprint.Value;
}
