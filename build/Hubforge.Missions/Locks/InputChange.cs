namespace Hubforge.Missions.Locks;

/// <summary>An input of a lock that is no longer what it was when the lock was solved.</summary>
/// <param name="Name">The file, relative to the mission's <c>image</c> folder or to the root; or <c>base image</c>.</param>
/// <param name="How"><c>changed</c>, <c>added</c> or <c>removed</c>.</param>
public sealed record InputChange(string Name, string How)
{
    /// <summary>Where the file is; null when it is not a file that is there.</summary>
    public Primitives.AbsolutePath? File { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {How}";
}
