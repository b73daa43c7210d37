using Hubforge.Primitives;

namespace Hubforge.Testing;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TempDirectory : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TempDirectory() =>
        Root = AbsolutePath.Parse(Directory.CreateTempSubdirectory("hubforge-test-").FullName);

    /// <summary>The folder.</summary>
    public AbsolutePath Root { get; }

    /// <summary>Returns a path inside.</summary>
    public static AbsolutePath operator /(TempDirectory directory, string relative) =>
        directory.Root / relative;

    /// <summary>Writes a file, with the folders above it, and returns its path.</summary>
    public AbsolutePath Write(string relative, string text)
    {
        var path = Root / relative;
        Directory.CreateDirectory(path.Parent!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a shell script that can be run and returns its path.</summary>
    public AbsolutePath WriteScript(string relative, string body)
    {
        var path = Write(relative, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Root.DirectoryExists)
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
