namespace Hubforge.Tools.Debian;

/// <summary>A package that dpkg knows.</summary>
/// <param name="Name">Without the architecture.</param>
/// <param name="Version">The installed version.</param>
public sealed record DebianPackage(string Name, string Version);
