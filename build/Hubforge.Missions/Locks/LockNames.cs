namespace Hubforge.Missions.Locks;

/// <summary>The files of a lock folder.</summary>
internal static class LockNames
{
    public const string Requirements = "requirements.txt";
    public const string CondaRequirements = "requirements.yml";
    public const string Apt = "apt.lock";
    public const string Manifest = "lock.json";

    public static string Frozen(string environment) => $"{environment}-frozen.yml";

    /// <summary>Returns conda's name of the platform of <c>conda-PLATFORM.lock</c>; null for another file.</summary>
    public static string? CondaPlatform(string file) =>
        file.StartsWith("conda-", StringComparison.Ordinal)
        && file.EndsWith(".lock", StringComparison.Ordinal)
        && file.Length > "conda-.lock".Length
            ? file["conda-".Length..^".lock".Length]
            : null;
}
