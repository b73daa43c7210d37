using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Fingerprints;

/// <summary>Which files and values each step depends on. Only content counts; the engine hashes it.</summary>
/// <param name="root">The root of the repository.</param>
public sealed class MissionInputs(AbsolutePath root)
{
    /// <summary>The folder of the common image.</summary>
    public AbsolutePath CommonFolder { get; } = root / "common" / "image";

    /// <summary>The files from which the base image of a mission is built; none when it is pulled.</summary>
    public IReadOnlyList<InputFile> BaseFiles(Mission mission) =>
        mission.Settings.Base is BuiltBase built ? Under(built.Folder, root) : [];

    /// <summary>What else decides about the base image: its reference or folder, and the main platform.</summary>
    public static IReadOnlyDictionary<string, string> BaseValues(Mission mission) =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["base"] = mission.Settings.Base switch
            {
                PulledBase pulled => pulled.Reference,
                BuiltBase built => built.Name,
                _ => "",
            },
            ["platforms"] = string.Join(' ', mission.Settings.Platforms),
        };

    /// <summary>The files of the common image, without those of its base.</summary>
    public IReadOnlyList<InputFile> CommonFiles() => Under(CommonFolder, root);

    /// <summary>
    /// The files that a solve of the environment reads: its specs and hints, those of the mission, the mission's own packages, and the files
    /// of a base that is built.
    /// </summary>
    public IReadOnlyList<InputFile> SolveFiles(Mission mission, EnvironmentSpec environment)
    {
        var hints = mission.EnvironmentsFolder / SpecReader.CommonHints;
        return
        [
            .. environment
                .Files.Where(file => file.IsSolveInput)
                .Select(file => Named(file.Path, mission.ImageFolder)),
            .. hints.FileExists ? [Named(hints, mission.ImageFolder)] : Array.Empty<InputFile>(),
            .. Under(mission.PackagesFolder, mission.ImageFolder),
            .. BaseFiles(mission),
        ];
    }

    /// <summary>The files of a mission's image beyond the common image: specs, locks, packages, tests, home contents, Dockerfile parts.</summary>
    public IReadOnlyList<InputFile> ImageFiles(Mission mission) =>
        [
            .. Under(mission.ImageFolder, mission.ImageFolder),
            Named(CommonFolder / "Dockerfile.trailer", root),
        ];

    /// <summary>What else decides about the image: what its settings say.</summary>
    public static IReadOnlyDictionary<string, string> ImageValues(Mission mission) =>
        new SortedDictionary<string, string>(
            new Dictionary<string, string>(BaseValues(mission)),
            StringComparer.Ordinal
        )
        {
            ["name"] = mission.Name,
            ["title"] = mission.Settings.Title,
            ["manager"] = mission.Settings.Manager?.ToString() ?? "",
        };

    /// <summary>Returns one digest of files and values, for places that keep a single text: labels of images.</summary>
    public static string Digest(
        IEnumerable<InputFile> files,
        IReadOnlyDictionary<string, string> values
    ) =>
        FileDigest.Combine([
            .. files.Select(file =>
                KeyValuePair.Create(file.Name, FileDigest.Of(file.Path) + Mode(file.Path))
            ),
            .. values.Select(pair => KeyValuePair.Create("=" + pair.Key, pair.Value)),
        ]);

    internal static IReadOnlyList<InputFile> Under(AbsolutePath folder, AbsolutePath origin) =>
        folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(AbsolutePath.Parse)
                    .Select(file => Named(file, origin))
                    .Where(file => !IsLeftover(file.Name))
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ]
            : [];

    private static InputFile Named(AbsolutePath file, AbsolutePath origin) =>
        new(file.RelativeTo(origin), file);

    // A script that becomes executable makes another image.
    private static string Mode(AbsolutePath file) =>
        !OperatingSystem.IsWindows()
        && file.FileExists
        && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute)
            ? " x"
            : "";

    private static bool IsLeftover(string name) =>
        name.Split('/')
            .Any(part =>
                part is "__pycache__" or ".ipynb_checkpoints"
                || (
                    part.StartsWith('.')
                    && Path.GetExtension(part) is ".partial" or ".new" or ".old"
                )
            );
}
