namespace Hubforge.Primitives;

/// <summary>A rooted, normalised path of a file or folder, joined with <c>/</c> as in NUKE: <c>RootDirectory / "deployments" / mission</c>.</summary>
public sealed record AbsolutePath
{
    private readonly string _path;

    private AbsolutePath(string path) => _path = path;

    /// <summary>The last part of the path.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>The last part of the path without its extension (what follows the last dot).</summary>
    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);

    /// <summary>The extension with its dot; empty when there is none.</summary>
    public string Extension => Path.GetExtension(_path);

    /// <summary>The folder that holds this one; null for a root.</summary>
    public AbsolutePath? Parent =>
        Path.GetDirectoryName(_path) is { } parent ? new AbsolutePath(parent) : null;

    /// <summary>Whether a file is there.</summary>
    public bool FileExists => File.Exists(_path);

    /// <summary>Whether a folder is there.</summary>
    public bool DirectoryExists => Directory.Exists(_path);

    /// <summary>Returns the path below this one; <paramref name="relative"/> may hold <c>..</c>. A rooted right side replaces the left.</summary>
    public static AbsolutePath operator /(AbsolutePath path, string relative) =>
        path.Combine(relative);

    /// <summary>Same as <see cref="ToString"/>.</summary>
    public static implicit operator string(AbsolutePath path) => path._path;

    /// <summary>Returns the normalised path; relative ones are taken from <paramref name="basePath"/>.</summary>
    public static AbsolutePath From(string path, AbsolutePath basePath) => basePath / path;

    /// <summary>Returns the normalised path.</summary>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    public static AbsolutePath Parse(string path) =>
        Path.IsPathFullyQualified(path)
            ? new AbsolutePath(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
            : throw new ArgumentException($"'{path}' is not an absolute path", nameof(path));

    /// <summary>Same as the operator <c>/</c>.</summary>
    public AbsolutePath Combine(string relative) =>
        Parse(Path.GetFullPath(Path.Combine(_path, relative)));

    /// <summary>Returns how to get from <paramref name="folder"/> to this path, with <c>/</c> between the parts on every system.</summary>
    public string RelativeTo(AbsolutePath folder) =>
        Path.GetRelativePath(folder._path, _path).Replace('\\', '/');

    /// <inheritdoc/>
    public bool Equals(AbsolutePath? other) => other is not null && other._path == _path;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_path);

    /// <summary>Returns the path as the system writes it.</summary>
    public override string ToString() => _path;
}
