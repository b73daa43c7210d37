namespace Hubforge.Automation.Fingerprints;

/// <summary>A file that counts, and the digest of its content.</summary>
/// <param name="Name">Path from the root, with <c>/</c>.</param>
/// <param name="Digest">SHA-256 in hexadecimal, with <c>+x</c> for an executable; <see cref="Missing"/> for a file that is not there.</param>
internal sealed record FileDigest(string Name, string Digest)
{
    public const string Missing = "missing";
}
