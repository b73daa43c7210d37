using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Checks;

/// <summary>Finds what is wrong with the files of one mission, its environments and its settings.</summary>
internal sealed partial class MissionCheck(Mission mission, ProblemList problems)
{
    private static readonly string[] _imageParts =
    [
        "Dockerfile.custom",
        "environments",
        "env-frozen",
        "packages",
        "default-home-contents",
        "global_bashrc",
    ];

    private Place Settings => new(mission.Folder / Mission.SettingsFileName, 1);

    public void Run()
    {
        CheckName();
        CheckImageFolder();
        if (!mission.EnvironmentsFolder.DirectoryExists)
        {
            problems.Error(
                Settings,
                $"the mission has no folder image/environments",
                $"make {mission.EnvironmentsFolder}"
            );
            return;
        }

        CheckEnvironmentsFolder();
        foreach (var environment in mission.Environments)
        {
            new EnvironmentCheck(mission, environment, problems).Run();
        }

        if (mission.Environments.IsEmpty)
        {
            problems.Error(
                Settings,
                "the mission has no environment: no folder below image/environments holds a spec",
                $"add for example {mission.EnvironmentsFolder / "NAME" / "NAME.pip"}"
            );
        }
    }

    private void CheckName()
    {
        if (!NamePattern().IsMatch(mission.Name))
        {
            problems.Error(
                Settings,
                $"the folder's name '{mission.Name}' cannot be the name of an image",
                "rename the folder: small letters and digits, with single '.', '_' or '-' between them"
            );
        }
    }

    private void CheckImageFolder()
    {
        if (!(mission.ImageFolder / "Dockerfile.custom").FileExists)
        {
            problems.Error(
                Settings,
                "the mission has no image/Dockerfile.custom",
                "copy that of the mission demo and adapt it"
            );
        }

        if (!mission.ImageFolder.DirectoryExists)
        {
            return;
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(mission.ImageFolder))
        {
            var name = Path.GetFileName(path);
            if (!_imageParts.Contains(name) && !IsNote(name))
            {
                problems.Warn(
                    new Place(AbsolutePath.Parse(path), 1),
                    $"'{name}' is not known here and does not reach the image",
                    Suggest(name),
                    string.Join(", ", _imageParts)
                );
            }
        }
    }

    private void CheckEnvironmentsFolder()
    {
        RequireProgram("test", isRequired: true);
        RequireProgram("post-start-hook", isRequired: false);
        var hints = mission.EnvironmentsFolder / SpecReader.CommonHints;
        if (hints.FileExists)
        {
            SpecReader.Read(new SpecFile(hints, SpecKind.Hints), "", problems);
        }

        foreach (var path in Directory.EnumerateFiles(mission.EnvironmentsFolder))
        {
            var name = Path.GetFileName(path);
            if (
                name is not ("test" or "post-start-hook" or SpecReader.CommonHints)
                && !IsNote(name)
            )
            {
                problems.Warn(
                    new Place(AbsolutePath.Parse(path), 1),
                    $"the file '{name}' is not known here and is ignored",
                    "specs belong into the folder of their environment",
                    $"test, post-start-hook, {SpecReader.CommonHints}"
                );
            }
        }

        CheckOtherFolders();
    }

    private void CheckOtherFolders()
    {
        foreach (var path in Directory.EnumerateDirectories(mission.EnvironmentsFolder))
        {
            var folder = AbsolutePath.Parse(path);
            if (
                !folder.Name.StartsWith('.')
                && mission.Environments.All(environment => environment.Name != folder.Name)
                && ((folder / "kernel.name").FileExists || (folder / "tests").DirectoryExists)
            )
            {
                problems.Error(
                    new Place(folder, 1),
                    $"the folder '{folder.Name}' looks like an environment, but holds no spec",
                    $"add {folder.Name}.yml or {folder.Name}.pip, or remove the folder"
                );
            }
        }
    }

    private void RequireProgram(string name, bool isRequired)
    {
        var file = mission.EnvironmentsFolder / name;
        if (file.FileExists)
        {
            Executables.Require(file, problems);
        }
        else if (isRequired)
        {
            problems.Error(
                Settings,
                "the mission has no executable image/environments/test",
                "write one that runs: /opt/common-scripts/test-environments"
            );
        }
    }

    private static bool IsNote(string name) =>
        name.StartsWith('.') || Path.GetExtension(name) is ".md" or ".notes" or ".disabled";

    private static string Suggest(string name) =>
        Suggestions.Closest(name, _imageParts) is { } closest
            ? $"did you mean '{closest}'?"
            : "move it below one of the parts that exist, or append '.notes'";

    [GeneratedRegex("^[a-z0-9]+([._-][a-z0-9]+)*$")]
    private static partial Regex NamePattern();
}
