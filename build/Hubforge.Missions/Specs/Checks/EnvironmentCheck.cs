using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Checks;

/// <summary>Finds what is wrong with the files of one environment.</summary>
internal sealed partial class EnvironmentCheck(
    Mission mission,
    EnvironmentSpec environment,
    ProblemList problems
)
{
    public void Run()
    {
        CheckName();
        CheckFiles();
        CheckKinds();
        CheckKernelName();
        new ContradictionCheck(problems).Run(SpecReader.ReadAll(mission, environment, problems));
        new TestsCheck(environment, problems).Run();
    }

    private void CheckName()
    {
        if (!NamePattern().IsMatch(environment.Name))
        {
            problems.Error(
                new Place(environment.MainFile, 1),
                $"the folder's name '{environment.Name}' is not the name of a Jupyter kernel",
                "rename the folder: letters, digits, '.', '_' and '-', a letter or digit first"
            );
        }
    }

    private void CheckFiles()
    {
        foreach (var file in environment.Files)
        {
            if (file.Kind == SpecKind.Unknown)
            {
                problems.Warn(
                    new Place(file.Path, 1),
                    $"the file '{file.Path.Name}' is not known here and is ignored",
                    "rename it, or append '.notes' or '.disabled' to keep it as it is",
                    "NAME.yml, *.explicit, *.conda, *.pip, *.apt, build-hints.pip, kernel.name, update-requirements, tests/"
                );
            }

            if (file.Kind == SpecKind.UpdateRequirements)
            {
                Executables.Require(file.Path, problems);
            }
        }

        foreach (var folder in Directory.EnumerateDirectories(environment.Folder))
        {
            if (
                Path.GetFileName(folder) is not ("tests" or "__pycache__" or ['.', ..]) and var name
            )
            {
                problems.Warn(
                    new Place(AbsolutePath.Parse(folder), 1),
                    $"the folder '{name}' is not known here and is ignored",
                    "move data that tests need below 'tests'"
                );
            }
        }
    }

    private void CheckKinds()
    {
        var lists = environment.Files.Where(file => file.Kind == SpecKind.Explicit).ToList();
        foreach (
            var list in lists.Where(file => file.Path.NameWithoutExtension != environment.Name)
        )
        {
            problems.Error(
                new Place(list.Path, 1),
                $"an explicit list must be named {environment.Name}.explicit",
                "rename it, or append '.disabled'"
            );
        }

        var yaml = environment.Folder / $"{environment.Name}.yml";
        if (lists.Count > 0 && yaml.FileExists)
        {
            problems.Error(
                new Place(lists[0].Path, 1),
                $"the environment has both {yaml.Name} and {lists[0].Path.Name}; only one can define it",
                "keep one, and append '.disabled' to the other"
            );
        }
    }

    private void CheckKernelName()
    {
        var file = environment.Folder / "kernel.name";
        if (!file.FileExists)
        {
            problems.Error(
                new Place(environment.MainFile, 1),
                $"the environment '{environment.Name}' has no kernel.name, so JupyterLab cannot show it",
                $"write the name to show into {file}"
            );
            return;
        }

        if (SourceText.Load(file, problems) is not { } source)
        {
            return;
        }

        var lines = source.Lines.Where(line => line.Trim().Length > 0).ToList();
        if (lines.Count != 1)
        {
            problems.Error(
                source.At(Math.Max(1, lines.Count)),
                $"kernel.name holds one line, the name that JupyterLab shows; this one has {lines.Count}",
                "keep one line"
            );
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    private static partial Regex NamePattern();
}
