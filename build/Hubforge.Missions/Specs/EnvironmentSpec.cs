using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>One environment of a mission; its folder's name is its name and the name of its Jupyter kernel.</summary>
/// <param name="Folder">The folder <c>environments/NAME</c>.</param>
/// <param name="Files">The files directly in the folder, by name.</param>
public sealed record EnvironmentSpec(AbsolutePath Folder, ImmutableArray<SpecFile> Files)
{
    /// <summary>The name.</summary>
    public string Name => Folder.Name;

    /// <summary>Where its tests are; the folder may be missing.</summary>
    public AbsolutePath TestsFolder => Folder / "tests";

    /// <summary>The file that a problem of the whole environment is best shown at.</summary>
    internal AbsolutePath MainFile =>
        Files.FirstOrDefault(file => file.IsSpec && file.Path.NameWithoutExtension == Name)?.Path
        ?? Files.First(file => file.IsSpec).Path;

    /// <summary>Returns the environment in <paramref name="folder"/>; null when the folder holds no spec.</summary>
    internal static EnvironmentSpec? Find(AbsolutePath folder)
    {
        var files = Directory
            .EnumerateFiles(folder)
            .Order(StringComparer.Ordinal)
            .Select(path => SpecFile.Classify(AbsolutePath.Parse(path)))
            .ToImmutableArray();
        return files.Any(file => file.IsSpec) ? new EnvironmentSpec(folder, files) : null;
    }
}
