namespace Hubforge.Containers.Images;

/// <summary>The last word of a push: what the registry now has.</summary>
internal sealed record PushedImage(string? Tag, string? Digest, long Size);
