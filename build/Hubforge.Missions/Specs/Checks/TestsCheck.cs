using System.Text.Json;
using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Checks;

/// <summary>Finds what is wrong with the tests of one environment.</summary>
internal sealed partial class TestsCheck(EnvironmentSpec environment, ProblemList problems)
{
    private static readonly string[] _lists =
    [
        "notebooks",
        "notebooks-failing",
        "long-notebooks",
        "long-notebooks-failing",
    ];

    public void Run()
    {
        var folder = environment.TestsFolder;
        var notebooks = folder.DirectoryExists ? ListNotebooks(folder) : [];
        var programs = folder.DirectoryExists
            ? _lists.Append("imports").Append("test").Where(name => (folder / name).FileExists)
            : [];
        if (notebooks.Count == 0 && !programs.Any())
        {
            problems.Warn(
                new Place(environment.MainFile, 1),
                $"the environment '{environment.Name}' has no tests",
                $"list the packages that must import, one a line, in {folder / "imports"}"
            );
            return;
        }

        CheckImports(folder / "imports");
        foreach (var list in _lists.Select(name => folder / name).Where(list => list.FileExists))
        {
            CheckNotebookList(list);
        }

        if ((folder / "test").FileExists)
        {
            Executables.Require(folder / "test", problems);
        }

        foreach (var notebook in notebooks)
        {
            CheckNotebook(notebook);
        }
    }

    private static List<AbsolutePath> ListNotebooks(AbsolutePath folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
                .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(AbsolutePath.Parse),
        ];

    private void CheckImports(AbsolutePath file)
    {
        if (!file.FileExists || SourceText.Load(file, problems) is not { } source)
        {
            return;
        }

        foreach (
            var line in ListLine.Read(source).Where(line => !ModulePattern().IsMatch(line.Text))
        )
        {
            problems.Error(
                line.Place,
                $"'{line.Text}' is not the name of a Python module",
                "write one module a line, as after 'import'"
            );
        }
    }

    private void CheckNotebookList(AbsolutePath file)
    {
        if (SourceText.Load(file, problems) is not { } source)
        {
            return;
        }

        foreach (var line in ListLine.Read(source))
        {
            var path = line.Text.TrimStart('!').Trim();
            if (Path.GetExtension(path) is not (".ipynb" or ".py"))
            {
                problems.Error(
                    line.Place,
                    $"'{line.Text}' is not the path of a notebook",
                    "write one path a line that ends in .ipynb or .py; '#' skips it, '!' runs it alone"
                );
            }
        }
    }

    private void CheckNotebook(AbsolutePath file)
    {
        if (SourceText.Load(file, problems) is not { } source)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(source.Text);
            if (
                document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("cells", out _)
            )
            {
                problems.Error(
                    source.At(1),
                    "the notebook has no cells",
                    "save it from JupyterLab again"
                );
            }
        }
        catch (JsonException failure)
        {
            problems.Error(
                source.At((int)(failure.LineNumber ?? 0) + 1),
                $"the notebook is not JSON: {failure.Message.Split(" Path:")[0]}",
                "save it from JupyterLab again; look for marks of an unfinished merge"
            );
        }
    }

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
    private static partial Regex ModulePattern();
}
