namespace Hubforge.Scripts.Tests;

/// <summary>env-compile and the lock that it writes, with a stand-in for pip that answers with a given report.</summary>
[CancelAfter(60_000)]
internal sealed class PipTests
{
    private const string Hash = "8d493ab03dd76121583d7d5e5df3f5fa5903cfae7c000dacb3036cd13b728adf";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly ScriptImage _image = new();

    [SetUp]
    public void MakeEnvironment()
    {
        _image.Set("USE_FROZEN", "0");
        _image.Environment("lab");
        // Answers a dry run with report.json, as `pip install --dry-run --report` does, and is python otherwise.
        _image.Write(
            "envs/lab/bin/python",
            $"""
            #!/bin/bash
            [[ "$1 $2" == "-m pip" ]] || exec /usr/bin/python3 "$@"
            printf '%s\n' "$*" >> {_image.Root}/pip.log
            [[ $3 == install ]] || exit 0
            if [[ ! -e {_image.Root}/report.json ]]; then
                echo 'ERROR: ResolutionImpossible' >&2
                exit 1
            fi
            while [[ $1 != --report ]]; do shift; done
            cp {_image.Root}/report.json "$2"
            """
        );
    }

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task Every_pin_has_its_version_its_hash_and_who_asked()
    {
        _image.Spec("lab", "lab.pip", "Pipeline_Core  # the pipeline\n");
        Report(
            Package(
                "pipeline-core",
                "1.0",
                Archive("pipeline_core-1.0-py3-none-any.whl"),
                "photlib (>=0.2)"
            ),
            Package(
                "photlib",
                "0.2",
                Archive("photlib-0.2-py3-none-any.whl"),
                "skyplot ; extra == 'plot'"
            )
        );

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            Lock,
            Does.EndWith(
                $"""
                photlib==0.2 \
                    --hash=sha256:{Hash}
                    # via pipeline-core
                pipeline-core==1.0 \
                    --hash=sha256:{Hash}
                    # via -r lab.pip

                """
            )
        );
    }

    [Test]
    public async Task All_files_of_the_version_are_locked_not_the_chosen_one_alone()
    {
        _image.Spec("lab", "lab.pip", "photlib\n");
        _image.Write("links/photlib-0.2.tar.gz", "source");
        _image.Write("links/photlib-0.2-cp311-cp311-linux_aarch64.whl", "other platform");
        _image.Write("links/photlib-0.3-py3-none-any.whl", "other version");
        _image.Write(
            "envs/lab/bin/python",
            _image
                .Read("envs/lab/bin/python")
                .Replace(
                    "[[ $3 == install ]] || exit 0",
                    $"[[ $3 == install ]] || {{ echo \":env:.find-links='{_image.Root}/links'\"; exit 0; }}",
                    StringComparison.Ordinal
                )
        );
        Report(Package("photlib", "0.2", Archive("photlib-0.2-py3-none-any.whl")));

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Lock.Split("--hash=sha256:"), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task A_version_control_requirement_is_locked_with_its_full_commit()
    {
        _image.Spec("lab", "lab.pip", "tool @ git+https://example.org/tool@main\n");
        Report(
            Package(
                "tool",
                "1.0",
                $$"""{"url": "https://example.org/tool", "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": "{{Commit}}"} }"""
            )
        );

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Lock, Does.Contain($"tool @ git+https://example.org/tool@{Commit}\n"));
    }

    [Test]
    public async Task A_folder_cannot_be_locked()
    {
        _image.Spec("lab", "lab.pip", "./tool\n");
        Report(Package("tool", "1.0", """{"url": "file:///work/tool", "dir_info": {}}"""));

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("tool is a folder").And.Contain("image/packages/"));
    }

    [Test]
    public async Task What_pip_had_to_compile_is_compiled_again_from_its_source()
    {
        _image.Spec("lab", "lab.pip", "sdistonly\n");
        Report(Package("sdistonly", "0.3", Archive("sdistonly-0.3.tar.gz")));

        await _image.RunAsync("env-compile", "lab");

        Assert.That(
            Lock,
            Does.Contain("--no-binary sdistonly\n").And.Contain("# build-isolation: sdistonly\n")
        );
    }

    [Test]
    public async Task Hints_of_environment_and_mission_are_always_honoured()
    {
        _image.Spec("lab", "lab.pip", "photlib\n");
        var own = _image.Spec("lab", "build-hints.pip", "photlib<1\n");
        var common = _image.Write("environments/common-hints.pip", "numpy<2\n");
        Report(Package("photlib", "0.2", Archive("photlib-0.2-py3-none-any.whl")));

        await _image.RunAsync("env-compile", "lab");

        Assert.That(
            _image.Read("pip.log"),
            Does.Contain($"--constraint {own}").And.Contain($"--constraint {common}")
        );
    }

    [Test]
    public async Task A_failed_solve_keeps_the_old_lock_and_tells_all_that_pip_said()
    {
        _image.Spec("lab", "lab.pip", "photlib\n");
        _image.Write("env-frozen/lab/requirements.txt", "the old lock\n");

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("solver:    ERROR: ResolutionImpossible"));
        Assert.That(Lock, Is.EqualTo("the old lock\n"));
    }

    [Test]
    public async Task With_update_the_other_pins_are_limits()
    {
        _image.Spec("lab", "lab.pip", "photlib\n");
        _image.Write(
            "env-frozen/lab/requirements.txt",
            $"numpy==1.0 --hash=sha256:{Hash}\nphotlib==0.1 --hash=sha256:{Hash}\n"
        );
        _image.Set("UPDATE_PACKAGES", "Photlib");
        Report(Package("photlib", "0.2", Archive("photlib-0.2-py3-none-any.whl")));

        await _image.RunAsync("env-compile", "lab");

        Assert.That(_image.Read("pip.log"), Does.Contain("kept-from-the-old-lock.txt"));
        Assert.That(Lock, Does.Contain("photlib==0.2"));
    }

    [Test]
    public async Task With_update_a_branch_stays_at_its_locked_commit()
    {
        var list = _image.Spec(
            "lab",
            "lab.pip",
            "photlib\ntool[plot] @ git+https://example.org/tool@release/1.x  # ours\ngit+https://example.org/bare\n"
        );
        _image.Write(
            "env-frozen/lab/requirements.txt",
            $"photlib==0.1 --hash=sha256:{Hash}\ntool @ git+https://example.org/tool@{Commit}\nbare @ git+https://example.org/bare@{Commit}\n"
        );
        _image.Set("UPDATE_PACKAGES", "photlib");
        _image.Write(
            "envs/lab/bin/python",
            _image
                .Read("envs/lab/bin/python")
                .Replace(
                    "[[ $3 == install ]] || exit 0",
                    $$"""
                    [[ $3 == install ]] || exit 0
                    for word; do [[ $word != */lab.pip ]] || cat "$word" > {{_image.Root}}/asked; done
                    """,
                    StringComparison.Ordinal
                )
        );
        Report(Package("photlib", "0.2", Archive("photlib-0.2-py3-none-any.whl")));

        var result = await _image.RunAsync("env-compile", "lab");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(_image.Read("pip.log"), Does.Not.Contain("kept-from-the-old-lock"));
            Assert.That(
                _image.Read("asked"),
                Is.EqualTo(
                    $"photlib\ntool[plot] @ git+https://example.org/tool@{Commit}  # ours\ngit+https://example.org/bare@{Commit}\n"
                )
            );
            Assert.That(await File.ReadAllTextAsync(list), Does.Contain("@release/1.x"));
        }
    }

    [TestCase("photlib\n", "does not lock a package")]
    [TestCase("photlib>=1 --hash=sha256:abc\n", "does not lock a package")]
    [TestCase("photlib==1.0\n", "without hashes")]
    [TestCase("tool @ git+https://example.org/tool@main\n", "without hashes")]
    public async Task A_frozen_step_refuses_a_lock_that_cannot_be_verified(
        string text,
        string reason
    )
    {
        _image.Set("USE_FROZEN", "1");
        _image.Spec("lab", "lab.pip", "photlib\n");
        _image.Write("env-frozen/lab/requirements.txt", text);

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(reason).And.Contain("try:"));
    }

    [Test]
    public async Task A_frozen_step_without_lock_says_how_to_make_one()
    {
        _image.Set("USE_FROZEN", "1");
        _image.Spec("lab", "lab.pip", "photlib\n");

        var result = await _image.RunAsync("env-install", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("has no lock").And.Contain("USE_FROZEN=0"));
    }

    [Test]
    public async Task A_virtual_environment_takes_no_conda_specs()
    {
        string spec = _image.Spec("lab", "lab.conda", "numpy\n");

        var result = await _image.RunAsync("env-lock", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("its manager is venv").And.Contain(spec));
    }

    [Test]
    public async Task A_list_that_is_not_utf_8_is_named_with_its_line()
    {
        var list = _image.Spec("lab", "lab.pip", "photlib\n");
        await File.WriteAllBytesAsync(list, [.. "a\n"u8, 0xff, 0xfe]);
        Report(Package("photlib", "0.2", Archive("photlib-0.2-py3-none-any.whl")));

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("lab.pip:2 is not UTF-8"));
    }

    private string Lock => _image.Read("env-frozen/lab/requirements.txt");

    private static string Archive(string file) =>
        $$"""{"url": "https://example.org/{{file}}", "archive_info": {"hash": "sha256={{Hash}}"} }""";

    private static string Package(
        string name,
        string version,
        string download,
        params string[] needs
    ) =>
        $$"""
            {"download_info": {{download}}, "is_direct": {{(
                download.Contains("_info\": {\"hash", StringComparison.Ordinal) ? "false" : "true"
            )}}, "requested": true,
             "metadata": {"name": "{{name}}", "version": "{{version}}", "requires_dist": [{{string.Join(
                ", ",
                needs.Select(need => $"\"{need}\"")
            )}}]} }
            """;

    private void Report(params string[] packages) =>
        _image.Write("report.json", $$"""{"install": [{{string.Join(",\n", packages)}}]}""");
}
