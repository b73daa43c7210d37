namespace Hubforge.Missions.Images;

/// <summary>Labels by which our images, containers and volumes are known.</summary>
public static class ImageLabels
{
    /// <summary>Digest of everything that an image was built from.</summary>
    public const string Fingerprint = "hubforge.fingerprint";

    /// <summary>The mission.</summary>
    public const string Mission = "hubforge.mission";

    /// <summary>What the thing is: <c>root</c>, <c>base</c>, <c>common</c>, <c>mission</c>, <c>solve</c>, <c>test</c>, <c>cache</c>.</summary>
    public const string Kind = "hubforge.kind";

    /// <summary>Begins the label that holds the digest of an environment's lock; the environment's name follows.</summary>
    public const string LockPrefix = "hubforge.lock.";
}
