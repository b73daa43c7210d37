using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Scripts.Tests;

/// <summary>What holds for all scripts that go into images.</summary>
[CancelAfter(120_000)]
internal sealed class EveryScriptTests
{
    private static readonly string[] Python =
    [
        .. ScriptCatalogue.PythonScripts.Select(script => (string)(Repository.Root / script)),
    ];

    private readonly ScriptImage _image = new();

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [TestCaseSource(typeof(ScriptCatalogue), nameof(ScriptCatalogue.Commands))]
    public async Task A_command_answers_help_with_its_usage(string command)
    {
        var result = await _image.RunAsync(command, "--help");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Output, Does.Contain("usage:").And.Contain(command));
            Assert.That(result.Error, Is.Empty);
        }
    }

    [TestCaseSource(typeof(ScriptCatalogue), nameof(ScriptCatalogue.CommandsWithUsage))]
    public async Task A_command_ends_with_2_when_it_is_used_wrongly(string command)
    {
        string[] wrong = command switch
        {
            "test-environments" => ["--no-such-option"],
            "env-list-dirs" or "env-clean" or "finish-image" => ["unexpected"],
            "git-sync" => ["--upload-pack=touch", "main"],
            _ => [],
        };
        var result = await _image.RunAsync(command, wrong);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.Contain("usage:"));
        }
    }

    [TestCaseSource(typeof(ScriptCatalogue), nameof(ScriptCatalogue.Commands))]
    public void A_command_can_be_run(string command) =>
        Assert.That(
            File.GetUnixFileMode(ScriptImage.Scripts / command),
            Is.EqualTo(
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            )
        );

    [TestCaseSource(typeof(ScriptCatalogue), nameof(ScriptCatalogue.BashScripts))]
    public async Task Shellcheck_has_nothing_to_say(string script)
    {
        Assert.That(
            new ProcessRunner().FindProgram("shellcheck"),
            Is.Not.Null,
            "shellcheck is missing; try: apt-get install shellcheck"
        );

        var result = await _image.RunProgramAsync("shellcheck", Repository.Root / script);

        Assert.That(result.Output + result.Error, Is.Empty);
    }

    [Test]
    public async Task Python_compiles_every_file_without_a_warning()
    {
        _image.Set("PYTHONPYCACHEPREFIX", _image.Root / "compiled");

        var result = await _image.RunProgramAsync(
            "python3",
            ["-W", "error", "-m", "py_compile", .. Python]
        );

        Assert.That(result.Output + result.Error, Is.Empty);
    }

    [Test]
    public async Task Python_code_imports_nothing_that_it_does_not_use()
    {
        var lint = Repository.Root / "tests/Hubforge.Scripts.Tests/Lint/unused_names.py";

        var result = await _image.RunProgramAsync("python3", [lint, .. Python]);

        Assert.That(result.Output + result.Error, Is.Empty);
    }

    [Test]
    public void Python_lines_fit_the_width_of_this_project()
    {
        var lines = Python.SelectMany(File.ReadLines).ToList();

        Assert.That(lines, Has.All.Length.LessThanOrEqualTo(160));
        Assert.That(lines, Has.None.Contains("\t"));
    }
}
