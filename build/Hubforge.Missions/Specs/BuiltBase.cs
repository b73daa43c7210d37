using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>A base image that is built from a folder with a <c>Dockerfile</c>.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Name">The folder as <c>mission.yml</c> names it, from the root of the repository.</param>
public sealed record BuiltBase(AbsolutePath Folder, string Name) : BaseSource;
