using Hubforge.Primitives;

namespace Hubforge.Containers.Running;

/// <summary>A file or folder that goes into a container or comes out of it, as a tar archive: engines on other machines work too.</summary>
/// <param name="Local">The file or folder here.</param>
/// <param name="Remote">The absolute path in the container; folders above it are made.</param>
public sealed record ContainerCopy(AbsolutePath Local, string Remote)
{
    /// <summary>Owner in the container; 0 is root. What comes out belongs to whoever runs this program.</summary>
    public int UserId { get; init; }

    /// <summary>Group in the container; 0 is root.</summary>
    public int GroupId { get; init; }
}
