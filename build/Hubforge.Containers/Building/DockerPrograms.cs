using Hubforge.Processes;

namespace Hubforge.Containers.Building;

/// <summary>The docker programs of this machine.</summary>
public static class DockerPrograms
{
    /// <summary>Returns the program that builds are run with: the first with buildx, else the first that builds with BuildKit by itself.</summary>
    /// <exception cref="BuildKitMissingException">There is none; every program is named with what it lacks.</exception>
    public static Task<DockerProgram> FindAsync(
        IProcessRunner processes,
        CancellationToken cancellationToken
    ) => new DockerProgramSearch(processes).FindAsync(needsBuildx: false, cancellationToken);
}
