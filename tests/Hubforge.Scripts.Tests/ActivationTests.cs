namespace Hubforge.Scripts.Tests;

/// <summary>env-run, env-activate, env-deactivate, env-list-dirs and the shared shell library.</summary>
[CancelAfter(60_000)]
internal sealed class ActivationTests
{
    private readonly ScriptImage _image = new();

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task Env_run_ends_with_the_exit_code_of_the_command()
    {
        _image.Environment("lab");

        var result = await _image.RunAsync("env-run", "lab", "python", "-c", "raise SystemExit(7)");

        Assert.That(result.ExitCode, Is.EqualTo(7));
    }

    [Test]
    public async Task Env_run_passes_arguments_on_as_they_are()
    {
        _image.Environment("lab");

        var result = await _image.RunAsync(
            "env-run",
            "lab",
            "python",
            "-c",
            "import sys; print(sys.argv[1:])",
            "two words",
            "--flag",
            "$HOME",
            ""
        );

        Assert.That(result.Output, Is.EqualTo("['two words', '--flag', '$HOME', '']\n"));
    }

    [Test]
    public async Task Env_run_of_an_unknown_environment_says_how_to_list_them()
    {
        var result = await _image.RunAsync("env-run", "nowhere", "python");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("'nowhere'").And.Contain("try: env-list-dirs"));
        }
    }

    [Test]
    public async Task An_environments_name_cannot_lead_out_of_the_folder()
    {
        _image.Environment("lab");

        var result = await _image.RunAsync("env-run", "../envs/lab", "true");

        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_missing_command_ends_with_127()
    {
        _image.Environment("lab");

        var result = await _image.RunAsync("env-run", "lab", "no-such-command");

        Assert.That(result.ExitCode, Is.EqualTo(127));
    }

    [Test]
    public async Task Deactivation_restores_the_shell_that_activation_changed()
    {
        _image.Environment("lab");

        var result = await _image.ShellAsync(
            """
            before=$PATH
            source env-activate lab
            echo "$VIRTUAL_ENV"
            command -v python
            source env-deactivate
            [[ $PATH == "$before" ]] && echo "same, ${VIRTUAL_ENV:-none}"
            """
        );

        Assert.That(
            result.Output,
            Is.EqualTo($"{_image.Root}/envs/lab\n{_image.Root}/envs/lab/bin/python\nsame, none\n")
        );
    }

    [Test]
    public async Task A_failed_activation_leaves_an_interactive_shell_alive()
    {
        var result = await _image.ShellAsync("source env-activate nowhere; echo \"alive $?\"");

        Assert.That(result.Output, Is.EqualTo("alive 1\n"));
    }

    [Test]
    public async Task Conda_packages_and_specs_can_declare_variables()
    {
        _image.Write("conda/envs/sky/conda-meta/history", "");
        _image.Write(
            "conda/envs/sky/etc/conda/env_vars.d/tool.json",
            """{"TOOL": "a b'c", "BOTH": "tool"}"""
        );
        _image.Write("conda/envs/sky/conda-meta/state", """{"env_vars": {"BOTH": "spec"}}""");
        _image.Write(
            "conda/envs/sky/etc/conda/activate.d/tool.sh",
            "export FROM_SCRIPT=$UNSET$CONDA_DEFAULT_ENV"
        );

        var result = await _image.RunAsync(
            "env-run",
            "sky",
            "bash",
            "-c",
            "echo $TOOL,$BOTH,$FROM_SCRIPT,$CONDA_PREFIX"
        );

        Assert.That(result.Output, Is.EqualTo($"a b'c,spec,sky,{_image.Root}/conda/envs/sky\n"));
    }

    [Test]
    public async Task All_environments_of_all_managers_are_listed()
    {
        _image.Environment("lab");
        _image.Write("conda/envs/sky/conda-meta/history", "");
        _image.Write("conda/envs/leftover/readme", "");

        var result = await _image.RunAsync("env-list-dirs");

        Assert.That(
            result.Output,
            Is.EqualTo($"lab\t{_image.Root}/envs/lab\nsky\t{_image.Root}/conda/envs/sky\n")
        );
    }

    [Test]
    public async Task Lists_are_read_line_by_line_without_comments()
    {
        var list = _image.Write(
            "list",
            "# install os sys\nnumpy # not scipy\n\n  two words  \r\nc#sharp\n"
        );

        var result = await _image.ShellAsync($". lib.sh; read_list '{list}'");

        Assert.That(result.Output, Is.EqualTo("numpy\ntwo words\nc#sharp\n"));
    }
}
