using Hubforge.Primitives;

namespace Hubforge.Containers.Engine;

/// <summary>A file of the docker client cannot be read.</summary>
public sealed class DockerConfigurationException(AbsolutePath file, string reason)
    : HubforgeException(
        new FailureText($"The docker client's file {file} cannot be read.")
            .With("reason", reason)
            .Try("mend it, or name another folder with DOCKER_CONFIG")
    );
