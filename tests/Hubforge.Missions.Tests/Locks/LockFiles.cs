using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Locks;

namespace Hubforge.Missions.Tests.Locks;

/// <summary>Content of flawless locks.</summary>
internal static class LockFiles
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    public static string Hash { get; } = new('a', 64);

    public static string Requirements { get; } =
        $"""
            # Lock of the pip packages.
            --no-binary tricky
            numpy==1.26.4 \
                --hash=sha256:{Hash} \
                --hash=sha256:{new string('b', 64)}
                # via -r astro.pip
            tool @ git+https://example.invalid/tool.git@{Commit}
                # via -r astro.pip

            """;

    public static string Conda { get; } =
        $"""
            # platform: linux-64
            @EXPLICIT
            https://example.invalid/conda/linux-64/python-3.11.2-h_0.conda#sha256:{Hash}
            https://example.invalid/conda/noarch/pip-23.0.1-pyh_0.conda#{new string('c', 32)}

            """;

    public static string Apt { get; } =
        $"""
            # Debian packages
            libblas3=3.12.1-2 sha256:{Hash}
            libgomp1=14.2.0-19 sha256:{Hash}

            """;

    public static string Manifest(
        string environment,
        params (string Name, string Digest)[] inputs
    ) => New(environment, inputs, []).ToJson();

    public static LockManifest New(
        string environment,
        (string Name, string Digest)[] inputs,
        (string Name, string Digest)[] files
    ) =>
        new()
        {
            Environment = environment,
            Platform = "linux/amd64",
            Base = new LockedBase("common/base", "sha256:" + Hash),
            Tools = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["pip"] = "25.1.1",
            },
            Inputs = Sort(inputs),
            Files = Sort(files),
        };

    /// <summary>Writes a current lock of the environment <c>astro</c>.</summary>
    public static Task<EnvironmentLock> WriteAsync(
        MissionRepository repository,
        string platform,
        string numpy
    )
    {
        var mission = repository.Demo;
        var digests = new LockCheck(new MissionInputs(repository.Root)).Digests(
            mission,
            mission.GetEnvironment("astro")
        );
        return new LockStore(mission).ReplaceAsync(
            "astro",
            platform,
            async folder =>
            {
                var requirements = $"numpy=={numpy} --hash=sha256:{Hash}\n";
                await File.WriteAllTextAsync(folder / "requirements.txt", requirements);
                await File.WriteAllTextAsync(folder / "apt.lock", Apt);
                var manifest = New(
                    "astro",
                    [.. digests.Select(pair => (pair.Key, pair.Value))],
                    [
                        ("apt.lock", FileDigest.Of(folder / "apt.lock")),
                        ("requirements.txt", FileDigest.Of(folder / "requirements.txt")),
                    ]
                );
                await File.WriteAllTextAsync(folder / "lock.json", manifest.ToJson());
            }
        );
    }

    private static SortedDictionary<string, string> Sort((string Name, string Digest)[] pairs) =>
        new(pairs.ToDictionary(pair => pair.Name, pair => pair.Digest), StringComparer.Ordinal);
}
