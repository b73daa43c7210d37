namespace Hubforge.Containers.Building;

/// <summary>A docker program that can build with BuildKit.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="HasBuildx">Whether it builds through the buildx plugin, and not by itself.</param>
public sealed record DockerProgram(string Path, bool HasBuildx);
