namespace Hubforge.Missions.Specs;

/// <summary>A base image that is pulled.</summary>
/// <param name="Reference">Its full name, best with <c>@sha256:...</c> so that it cannot move.</param>
public sealed record PulledBase(string Reference) : BaseSource
{
    /// <summary>The digest in the reference; null when the tag may move.</summary>
    public string? Digest =>
        Reference.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at
            ? Reference[(at + 1)..]
            : null;
}
