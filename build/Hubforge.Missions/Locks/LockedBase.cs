namespace Hubforge.Missions.Locks;

/// <summary>The base image on which a lock was solved.</summary>
/// <param name="Source">The reference that was pulled, or the folder that was built.</param>
/// <param name="Digest">Of a pulled image, its digest; of a built one, its id, which is another one wherever it is built.</param>
public sealed record LockedBase(string Source, string Digest);
