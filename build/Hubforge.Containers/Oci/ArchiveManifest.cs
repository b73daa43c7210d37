namespace Hubforge.Containers.Oci;

/// <summary>One image of a <c>docker save</c> archive, from its <c>manifest.json</c>; the paths are those of the archive.</summary>
internal sealed record ArchiveManifest(string Config, IReadOnlyList<string>? Layers);
