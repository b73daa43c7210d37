using System.Text.Json;

namespace Hubforge.Scripts.Tests;

/// <summary>The tests that run inside an image: test-environments, env-test, test-imports, test-notebooks.</summary>
[CancelAfter(120_000)]
internal sealed class ImageTestTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly ScriptImage _image = new();

    [SetUp]
    public void MakeEnvironment()
    {
        _image.Set("HUBFORGE_REPORT", _image.Root / "report.jsonl");
        AddEnvironment("lab");
    }

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task All_failures_of_all_phases_and_environments_are_gathered()
    {
        AddEnvironment("database");
        _image.Spec("lab", "tests/imports", "json\nno_such_module\nos\n");
        _image.Spec("lab", "tests/good.ipynb", Notebooks.Of("x = 1", "assert x == 1"));
        _image.Spec("lab", "tests/bad.ipynb", Notebooks.Of("1 + 1", "1 / 0"));
        _image.Spec("database", "tests/imports", "also_missing\n");

        var result = await _image.RunAsync("test-environments");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(
                Report.Where(test => test.Outcome == "failed").Select(test => test.Name),
                Is.EquivalentTo(["no_such_module", "bad.ipynb", "also_missing"])
            );
            Assert.That(
                Report.Where(test => test.Outcome == "passed").Select(test => test.Name),
                Is.EquivalentTo(["json", "os", "good.ipynb"])
            );
            Assert.That(
                Find("bad.ipynb").Message,
                Does.StartWith("ZeroDivisionError: division by zero (code cell 2)")
            );
            Assert.That(result.Output, Does.Contain("3 passed, 3 failed, 0 skipped, 0 warning"));
        }
    }

    [Test]
    public async Task Passing_tests_end_with_0()
    {
        _image.Spec("lab", "tests/imports", "json\n");

        var result = await _image.RunAsync("env-test", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
    }

    [Test]
    public async Task Words_of_a_comment_are_not_imported()
    {
        _image.Spec(
            "lab",
            "tests/imports",
            "# these are needed everywhere\njson # and more words\n"
        );

        await _image.RunAsync("env-test", "lab");

        Assert.That(Report.Select(test => test.Name), Is.EqualTo(["json"]));
    }

    [Test]
    public async Task A_module_that_ends_python_is_one_failure_and_the_rest_goes_on()
    {
        _image.Write(
            "modules/killer.py",
            "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
        );
        _image.Write("modules/printer.py", "print('{\"name\": \"fake\"}')");
        _image.Set("PYTHONPATH", _image.Root / "modules");

        var result = await _image.RunAsync(
            "test-imports",
            "lab",
            "json",
            "killer",
            "printer",
            "os"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(
                Report.Select(test => (test.Name, test.Outcome)),
                Is.EqualTo([
                    ("json", "passed"),
                    ("killer", "failed"),
                    ("printer", "passed"),
                    ("os", "passed"),
                ])
            );
        }
    }

    [Test]
    public async Task A_word_that_is_no_module_fails_without_being_run()
    {
        var result = await _image.RunAsync("test-imports", "lab", "os; import sys", "json");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(Find("os; import sys").Message, Does.Contain("not the name of a module"));
    }

    [Test]
    public async Task A_timeout_is_one_failure_and_its_process_tree_ends()
    {
        var sleeper = $"1{_image.GetHashCode() % 100_000:00000}";
        _image.Spec(
            "lab",
            "tests/slow.ipynb",
            Notebooks.Of(
                $"import subprocess\nsubprocess.Popen(['setsid', 'sleep', '{sleeper}'])\nimport time\ntime.sleep(600)"
            )
        );
        _image.Spec("lab", "tests/quick.ipynb", Notebooks.Of("1"));
        _image.Set("TEST_TIMEOUT", "3");

        var result = await _image.RunAsync("env-test", "lab");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(Find("slow.ipynb").Message, Does.StartWith("not finished after 3 s"));
            Assert.That(Find("quick.ipynb").Outcome, Is.EqualTo("passed"));
            Assert.That(
                (await _image.RunProgramAsync("pgrep", "-f", $"sleep {sleeper}")).Output,
                Is.Empty
            );
        }
    }

    [Test]
    public async Task A_notebook_writes_into_a_copy_and_big_data_is_linked()
    {
        _image.Spec(
            "lab",
            "tests/writer.ipynb",
            Notebooks.Of(
                "import os\nopen('out.txt', 'w').write('x')\nassert open('small.txt').read() == 'small'",
                "assert os.path.islink('big.bin') and not os.path.islink('small.txt')"
            )
        );
        _image.Spec("lab", "tests/small.txt", "small");
        _image.Spec("lab", "tests/big.bin", new string('x', 11 * 1024 * 1024));

        var result = await _image.RunAsync("env-test", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(File.Exists(_image.Root / "environments/lab/tests/out.txt"), Is.False);
    }

    [Test]
    public async Task A_hash_before_a_path_skips_and_reports_it_and_a_mark_runs_it_last()
    {
        _image.Spec(
            "lab",
            "tests/notebooks",
            "# a list of notebooks\n!alone.ipynb\n#broken.ipynb  fails since May\nfirst.ipynb # good\n"
        );
        _image.Spec("lab", "tests/alone.ipynb", Notebooks.Of("1"));
        _image.Spec("lab", "tests/first.ipynb", Notebooks.Of("1"));
        _image.Spec("lab", "tests/broken.ipynb", Notebooks.Of("1/0"));

        var result = await _image.RunAsync("env-test", "lab");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Output);
            Assert.That(
                Report.Select(test => (test.Name, test.Outcome)),
                Is.EqualTo([
                    ("broken.ipynb", "skipped"),
                    ("first.ipynb", "passed"),
                    ("alone.ipynb", "passed"),
                ])
            );
        }
    }

    [TestCase("", new[] { "normal.ipynb" })]
    [TestCase("long-notebooks", new[] { "normal.ipynb", "long.ipynb" })]
    [TestCase(
        "notebooks-failing long-notebooks",
        new[] { "normal.ipynb", "long.ipynb", "failing.ipynb" }
    )]
    public async Task Optional_lists_run_only_when_they_are_asked_for(
        string sets,
        string[] expected
    )
    {
        _image.Spec("lab", "tests/long-notebooks", "long.ipynb\n");
        _image.Spec("lab", "tests/notebooks-failing", "failing.ipynb\n");
        foreach (var name in new[] { "normal", "long", "failing" })
        {
            _image.Spec("lab", $"tests/{name}.ipynb", Notebooks.Of("1"));
        }

        _image.Spec("lab", "tests/.ipynb_checkpoints/normal-checkpoint.ipynb", Notebooks.Of("1/0"));
        _image.Set("TEST_SETS", sets);

        await _image.RunAsync("env-test", "lab");

        Assert.That(Report.Select(test => test.Name), Is.EquivalentTo(expected));
    }

    [Test]
    public async Task A_python_file_of_the_list_runs_with_the_environments_python()
    {
        _image.Spec("lab", "tests/notebooks", "check.py\n");
        _image.Spec(
            "lab",
            "tests/check.py",
            "import os\nassert os.environ['VIRTUAL_ENV'].endswith('/lab')\n"
        );

        var result = await _image.RunAsync("env-test", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(Find("check.py").Outcome, Is.EqualTo("passed"));
    }

    [Test]
    public async Task A_notebook_that_is_not_there_is_a_failure_that_names_both_places()
    {
        _image.Spec("lab", "tests/notebooks", "gone.ipynb\n");

        await _image.RunAsync("env-test", "lab");

        Assert.That(
            Find("gone.ipynb").Message,
            Does.Contain("lab/tests/gone.ipynb").And.Contain("home/gone.ipynb")
        );
    }

    [Test]
    public async Task A_notebook_whose_runner_dies_is_told_with_its_last_words()
    {
        _image.Spec(
            "lab",
            "tests/dying.ipynb",
            Notebooks.Of(
                "import os\nprint('Input Notebook: x')\nprint('no such kernel', flush=True)\nos._exit(3)"
            )
        );

        await _image.RunAsync("env-test", "lab");

        Assert.That(
            Find("dying.ipynb").Message,
            Does.StartWith("no such kernel (exit code 3)\n").And.Contain("Input Notebook: x")
        );
    }

    [Test]
    public async Task The_script_of_an_environment_runs_in_it_and_its_exit_code_counts()
    {
        var script = _image.Spec(
            "lab",
            "tests/test",
            "#!/bin/sh\necho in $HUBFORGE_ENVIRONMENT\nexit 3\n"
        );
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await _image.RunAsync("env-test", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(Find("test").Message, Does.StartWith("ended with exit code 3\nin lab"));
    }

    [Test]
    public async Task An_environment_without_tests_name_or_kernel_is_reported()
    {
        _image.Spec("bare", "bare.pip", "");
        _image.Environment("bare");

        var result = await _image.RunAsync("env-test", "bare");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(
                Report.Select(test => (test.Name, test.Outcome)),
                Is.EqualTo([("kernel.name", "warning"), ("kernel", "failed"), ("tests", "warning")])
            );
        }
    }

    [Test]
    public async Task An_unknown_environment_is_answered_with_those_that_exist()
    {
        var result = await _image.RunAsync("env-test", "lib");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("no environment lib").And.Contain("lab"));
    }

    [Test]
    public async Task As_many_failures_as_an_exit_status_has_values_still_end_with_1()
    {
        _image.Spec(
            "lab",
            "tests/imports",
            string.Join('\n', Enumerable.Range(0, 256).Select(n => $"missing{n}"))
        );

        var result = await _image.RunAsync("env-test", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(Report, Has.Exactly(256).Items);
    }

    [Test]
    public async Task Test_notebooks_takes_its_own_limits()
    {
        var path = _image.Write("work/slow.ipynb", Notebooks.Of("import time; time.sleep(60)"));

        var result = await _image.RunAsync(
            "test-notebooks",
            "--jobs",
            "1",
            "--timeout",
            "1",
            "lab",
            path
        );

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(Report.Single().Message, Does.StartWith("not finished after 1 s"));
    }

    private IReadOnlyList<ReportedTest> Report =>
        [
            .. File.ReadLines(_image.Root / "report.jsonl")
                .Select(line => JsonSerializer.Deserialize<ReportedTest>(line, Options)!),
        ];

    private ReportedTest Find(string name) => Report.Single(test => test.Name == name);

    private void AddEnvironment(string name)
    {
        _image.Spec(name, $"{name}.pip", "");
        _image.Spec(name, "kernel.name", name + "\n");
        _image.Spec(name, "tests/.keep", "");
        _image.Write($"kernels/{name}/kernel.json", "{}");
        _image.Environment(name);
    }
}
