using Hubforge.Primitives;

namespace Hubforge.Missions.Fingerprints;

/// <summary>A file that a step reads.</summary>
/// <param name="Name">Its name in a lock or fingerprint: relative, with <c>/</c>, the same on every machine.</param>
/// <param name="Path">Where it is.</param>
public sealed record InputFile(string Name, AbsolutePath Path);
