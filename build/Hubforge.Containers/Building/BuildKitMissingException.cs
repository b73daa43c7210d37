using Hubforge.Primitives;

namespace Hubforge.Containers.Building;

/// <summary>No docker program on this machine can build with BuildKit.</summary>
public sealed class BuildKitMissingException(IReadOnlyCollection<string> rejected)
    : HubforgeException(
        new FailureText("No docker program on PATH can build with BuildKit.")
            .With(
                "looked at",
                rejected.Count == 0
                    ? "no program named docker is on PATH"
                    : string.Join('\n', rejected)
            )
            .Try(
                "install the buildx plugin (package docker-buildx or docker-buildx-plugin), or Debian's docker.io"
            )
    );
