using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Engines;

/// <summary>
/// A <c>PATH</c> on which the only docker is a stand-in: a client without BuildKit, as Docker 23 and later are without their buildx plugin.
/// Every other program of the machine is on it.
/// </summary>
internal sealed class DockerStandIn : IDisposable
{
    private static readonly string[] s_folders =
    [
        "/usr/local/bin",
        "/usr/bin",
        "/bin",
        "/usr/sbin",
        "/sbin",
    ];

    private readonly ScratchFolder _folder = ScratchFolder.OnDisk("path");

    public DockerStandIn()
    {
        foreach (
            var program in s_folders.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
        )
        {
            var link = Path / System.IO.Path.GetFileName(program);
            if (!link.Name.StartsWith("docker", StringComparison.Ordinal) && !link.FileExists)
            {
                File.CreateSymbolicLink(link, program);
            }
        }

        WriteStandIn();
    }

    /// <summary>The value of <c>PATH</c>.</summary>
    public AbsolutePath Path => _folder.Path;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void WriteStandIn()
    {
        var docker = Path / "docker";
        File.WriteAllText(
            docker,
            """
            #!/bin/sh
            # A stand-in for a docker client without BuildKit.
            case "$1" in
                --version) echo "Docker version 28.2.2, build stand-in" ;;
                *) echo "docker: '$1' is not a docker command (stand-in)." >&2; exit 1 ;;
            esac

            """
        );
        File.SetUnixFileMode(
            docker,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
    }
}
