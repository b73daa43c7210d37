namespace Hubforge.Containers.Images;

/// <summary>What a <c>docker-credential-*</c> program prints.</summary>
internal sealed record HelperReply(string? Username, string? Secret);
