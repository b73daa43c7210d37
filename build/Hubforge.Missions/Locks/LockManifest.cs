using System.Text.Json;
using System.Text.Json.Serialization;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Locks;

/// <summary>What <c>lock.json</c> says: from what and with what a lock was solved. All lists are sorted, so that equal locks have equal text.</summary>
public sealed record LockManifest
{
    /// <summary>The form of the file that this program writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The form of the file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The platform, such as <c>linux/amd64</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The manager that <c>mission.yml</c> asked for, <c>auto</c> when it left the choice to the image; null in locks made before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Manager { get; init; }

    /// <summary>The base image.</summary>
    public required LockedBase Base { get; init; }

    /// <summary>Versions of the programs that took part.</summary>
    public required SortedDictionary<string, string> Tools { get; init; }

    /// <summary>Digests of everything that the solve read.</summary>
    public required SortedDictionary<string, string> Inputs { get; init; }

    /// <summary>Digests of the other files of the lock.</summary>
    public required SortedDictionary<string, string> Files { get; init; }

    /// <summary>Returns the manager of a mission as it stands in a lock.</summary>
    internal static string ManagerOf(Mission mission) => mission.Settings.ManagerName ?? "auto";

    internal string ToJson() =>
        JsonSerializer.Serialize(this, LockJson.Default.LockManifest) + "\n";

    /// <summary>Returns the manifest; null (with the problem) when the text is none.</summary>
    internal static LockManifest? Parse(SourceText source, ProblemList problems)
    {
        const string Advice = "solve again: CompileEnvs --use-frozen 0";
        try
        {
            var manifest = JsonSerializer.Deserialize(source.Text, LockJson.Default.LockManifest);
            if (manifest is { Version: CurrentVersion, Inputs: not null, Files: not null })
            {
                return manifest.Ordered();
            }

            problems.Error(
                source.At(1),
                $"lock.json has version {manifest?.Version}, this program knows {CurrentVersion}",
                Advice
            );
        }
        catch (JsonException failure)
        {
            problems.Error(
                source.At((int)(failure.LineNumber ?? 0) + 1),
                $"lock.json cannot be read: {failure.Message.Split(" Path:")[0]}",
                Advice
            );
        }

        return null;
    }

    // Dictionaries out of JSON compare by culture; ours compare by code point on every machine.
    private LockManifest Ordered() =>
        this with
        {
            Tools = Sort(Tools),
            Inputs = Sort(Inputs),
            Files = Sort(Files),
        };

    private static SortedDictionary<string, string> Sort(IDictionary<string, string>? values) =>
        new(values ?? new Dictionary<string, string>(), StringComparer.Ordinal);
}
