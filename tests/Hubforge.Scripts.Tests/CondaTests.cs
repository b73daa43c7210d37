namespace Hubforge.Scripts.Tests;

/// <summary>Both flows with conda's managers, on a stand-in that answers as the recordings of micromamba 2.8.1 do.</summary>
[CancelAfter(120_000)]
internal sealed class CondaTests
{
    private const string Spec = """
        name: sky
        channels:
          - file:///opt/mm/channel
        dependencies:
          - python=3.11    # the newest that numpy has
          - skytools>=1.0
        variables:
          SKY_DATA: /data/sky
        """;

    private readonly ScriptImage _image = new();

    [SetUp]
    public void ChooseManager()
    {
        _image.Set("ENV_MANAGER", "micromamba");
        _image.Set("USE_FROZEN", "0");
        _image.Set("STAND_IN_LOG", _image.Root / "commands");
        _image.Spec("sky", "sky.yml", Spec);
        _image.Spec("sky", "kernel.name", "Sky\n");
    }

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task A_lock_has_every_address_with_its_hash()
    {
        _image.Spec("sky", "more.conda", "# not scipy\nnumpy  # either\n");

        var result = await _image.RunAsync("env-lock", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                Lock.Where(line => line.StartsWith("file://", StringComparison.Ordinal)).ToList(),
                Has.Count.EqualTo(14).And.All.Match("#[0-9a-f]{32}$")
            );
            Assert.That(
                _image.Read("env-frozen/sky/requirements.yml"),
                Does.Contain("  - file:///opt/mm/channel\n")
                    .And.Contain("  - numpy=1.24.2=py311h8e6699e_0\n")
                    .And.Contain("SKY_DATA: '/data/sky'")
            );
            Assert.That(
                _image.Read("env-frozen/sky/sky-frozen.yml"),
                Does.Contain("- skytools=1.1=pyh810aae4_0")
            );
        }
    }

    [Test]
    public async Task A_frozen_install_solves_nothing_and_leaves_the_lock_alone()
    {
        await _image.RunAsync("env-lock", "sky");
        var before = string.Join('\n', Lock);
        File.Delete(_image.Root / "commands");
        _image.Set("USE_FROZEN", "1");

        var result = await _image.RunAsync("env-install", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(_image.Read("commands"), Does.Not.Contain("--dry-run"));
            Assert.That(string.Join('\n', Lock), Is.EqualTo(before));
            Assert.That(
                _image.Read("kernels/sky/kernel.json"),
                Does.Contain("\"display_name\": \"Sky\"").And.Contain("env-run")
            );
        }

        var variable = await _image.RunAsync("env-run", "sky", "printenv", "SKY_DATA");
        Assert.That(variable.Output, Is.EqualTo("/data/sky\n"));
    }

    [Test]
    public async Task A_failed_solve_keeps_environment_and_lock_and_names_who_asked()
    {
        await _image.RunAsync("env-lock", "sky");
        var before = string.Join('\n', Lock);
        _image.Spec("sky", "more.conda", "numpy\nstarkit>=2\n");

        var result = await _image.RunAsync("env-lock", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(
                result.Error,
                Does.Contain("could not be solved")
                    .And.Contain("more.conda:2 starkit>=2")
                    .And.Contain("The following packages are incompatible")
                    .And.Contain("requires starkit >=1.1,<2")
                    .And.Contain("try:")
            );
            Assert.That(string.Join('\n', Lock), Is.EqualTo(before));
            Assert.That(File.Exists(_image.Root / "conda/envs/sky/bin/python"));
            Assert.That(
                Directory.EnumerateFileSystemEntries(_image.Root / "env-frozen").Count(),
                Is.EqualTo(1)
            );
        }
    }

    [Test]
    public async Task An_unknown_package_is_explained_by_the_readable_text()
    {
        _image.Spec("sky", "more.conda", "nosuchpkg\n");

        var result = await _image.RunAsync("env-conda", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("nosuchpkg does not exist"));
    }

    [Test]
    public async Task A_wrong_hash_in_the_lock_stops_the_install()
    {
        await _image.RunAsync("env-lock", "sky");
        _image.Set("USE_FROZEN", "1");
        var wrong = string.Join('\n', Lock)
            .Replace("#19d17575", "#00000000", StringComparison.Ordinal);
        _image.Write("env-frozen/sky/conda-linux-64.lock", wrong);

        var result = await _image.RunAsync("env-install", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("MD5 doesn't match expectation"));
    }

    [Test]
    public async Task A_lock_without_hashes_is_refused_although_micromamba_would_take_it()
    {
        _image.Set("USE_FROZEN", "1");
        _image.Write(
            "env-frozen/sky/conda-linux-64.lock",
            "@EXPLICIT\nfile:///opt/mm/channel/noarch/starkit-1.2-pyh9406fe9_0.conda\n"
        );

        var result = await _image.RunAsync("env-install", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("names packages without hashes"));
    }

    [Test]
    public async Task A_platform_without_lock_is_named()
    {
        await _image.RunAsync("env-lock", "sky");
        _image.Set("USE_FROZEN", "1");
        _image.Set("PLATFORM", "linux/arm64");

        var result = await _image.RunAsync("env-install", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Error,
            Does.Contain("conda-linux-aarch64.lock").And.Contain("conda-linux-64.lock")
        );
    }

    [Test]
    public async Task An_explicit_spec_is_installed_and_locked_as_it_is()
    {
        await _image.RunAsync("env-lock", "sky");
        File.Delete(_image.Root / "environments/sky/sky.yml");
        _image.Spec("sky", "sky.explicit", string.Join('\n', Lock));
        File.Delete(_image.Root / "commands");

        var result = await _image.RunAsync("env-lock", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(_image.Read("commands"), Does.Not.Contain("--dry-run"));
            Assert.That(Lock, Has.Some.Contain("skytools-1.1-pyh810aae4_0.conda#"));
        }
    }

    [Test]
    public async Task Both_a_yml_and_an_explicit_spec_are_refused()
    {
        _image.Spec("sky", "sky.explicit", "@EXPLICIT\n");

        var result = await _image.RunAsync("env-lock", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("both a .yml and an .explicit"));
    }

    [Test]
    public async Task With_update_only_the_named_packages_move()
    {
        _image.Spec("sky", "more.conda", "starkit=1.1\nskytools=1.0\n");
        await _image.RunAsync("env-lock", "sky");
        File.Delete(_image.Root / "environments/sky/more.conda");
        _image.Set("UPDATE_PACKAGES", "skytools");

        var result = await _image.RunAsync("env-lock", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(Lock, Has.Some.Contain("/skytools-1.1-"));
            Assert.That(Lock, Has.Some.Contain("/starkit-1.1-"));
        }
    }

    [Test]
    public async Task With_update_goes_what_nothing_asks_for_any_more()
    {
        _image.Spec("sky", "more.conda", "numpy\n");
        await _image.RunAsync("env-lock", "sky");
        File.Delete(_image.Root / "environments/sky/more.conda");
        _image.Set("UPDATE_PACKAGES", "skytools");

        var result = await _image.RunAsync("env-lock", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(Lock, Has.None.Contain("/numpy-").And.None.Contain("/libblas-"));
            Assert.That(Lock, Has.Some.Contain("/openssl-").And.Some.Contain("/starkit-"));
        }
    }

    [Test]
    public async Task A_spec_with_blanks_is_one_word_without_them()
    {
        _image.Spec("sky", "more.conda", "starkit >=1.1, <2\n");

        var result = await _image.RunAsync("env-lock", "sky");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(_image.Read("commands"), Does.Contain("\"starkit>=1.1,<2\""));
    }

    [Test]
    public async Task A_channel_that_is_not_there_is_named()
    {
        _image.Spec(
            "sky",
            "sky.yml",
            Spec.Replace("/channel", "/nochannel", StringComparison.Ordinal)
        );

        var result = await _image.RunAsync("env-lock", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("nochannel/noarch not loaded"));
        // A channel that cannot be reached costs seconds of retries: once is enough.
        Assert.That(_image.Read("commands").Split("\"create\""), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_folder_that_cannot_be_used_is_a_failure_and_no_trace()
    {
        _image.Write("conda/envs", "a file");

        var result = await _image.RunAsync("env-conda", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("/conda/envs").And.Contain("try:"));
            Assert.That(result.Error, Does.Not.Contain("Traceback"));
        }
    }

    [Test]
    public async Task The_classic_flow_adds_from_the_channels_of_the_environment_and_keeps_its_variables()
    {
        await _image.RunAsync("env-create", "sky", _image.Root / "environments/sky/sky.yml");
        var list = _image.Spec("sky", "more.conda", "numpy\n");

        var updated = await _image.RunAsync("env-update", "sky", list);
        _image.Set("USE_FROZEN", "1");
        var frozen = await _image.RunAsync("env-create", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(updated.ExitCode, Is.Zero, updated.Error);
            Assert.That(frozen.ExitCode, Is.Zero, frozen.Error);
            Assert.That(
                _image.Read("env-frozen/sky/sky-frozen.yml"),
                Does.Contain("- numpy=1.24.2=py311h8e6699e_0")
                    .And.Contain("  SKY_DATA: '/data/sky'")
            );
        }

        var variable = await _image.RunAsync("env-run", "sky", "printenv", "SKY_DATA");
        Assert.That(variable.Output, Is.EqualTo("/data/sky\n"));
    }

    [Test]
    public async Task A_clone_of_what_is_not_there_is_a_failure_that_makes_nothing()
    {
        var result = await _image.RunAsync("env-clone", "nowhere", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("conda/envs/nowhere").And.Contain("try:"));
            Assert.That(Directory.Exists(_image.Root / "conda/envs/sky"), Is.False);
        }
    }

    [Test]
    public async Task An_environment_that_grows_is_made_from_its_specs()
    {
        await _image.RunAsync("env-create", "sky", _image.Root / "environments/sky/sky.yml");

        Assert.That(
            _image.Read("commands").Split('\n'),
            Has.Some.Match("\"create\".*skytools>=1.0").And.None.Contain("--file")
        );
    }

    [TestCase("database")]
    [TestCase("frozen-lake")]
    public async Task Any_valid_name_is_as_good_as_another(string name)
    {
        _image.Spec(name, $"{name}.yml", Spec);

        var locked = await _image.RunAsync("env-lock", name);
        _image.Set("USE_FROZEN", "1");
        var installed = await _image.RunAsync("env-install", name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(locked.ExitCode, Is.Zero, locked.Error);
            Assert.That(installed.ExitCode, Is.Zero, installed.Error);
            Assert.That(File.Exists(_image.Root / $"kernels/{name}/kernel.json"));
        }
    }

    [Test]
    public async Task Env_conda_makes_the_environment_and_its_conda_lock_alone()
    {
        var result = await _image.RunAsync("env-conda", "sky");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                Directory.EnumerateFiles(_image.Frozen("sky")).Select(Path.GetFileName),
                Is.EquivalentTo(["conda-linux-64.lock", "requirements.yml"])
            );
        }
    }

    [Test]
    public async Task The_manager_that_is_asked_for_must_be_there()
    {
        _image.Set("ENV_MANAGER", "mamba");

        var result = await _image.RunAsync("env-conda", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("mamba, which this image does not have"));
    }

    [Test]
    public async Task Without_a_word_about_it_the_conda_program_of_the_image_is_the_manager()
    {
        _image.Set("ENV_MANAGER", "");

        var result = await _image.RunAsync("env-conda", "sky");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("micromamba solves"));
    }

    [TestCase("dependencies:\n\t- numpy\n", 2)]
    [TestCase("channels:\n  - x\ndependencies: numpy\n", 3)]
    [TestCase("dependencies:\n  - numpy\n  - {a: b}\n", 3)]
    [TestCase("name: x\n  stray\n", 2)]
    [TestCase("- numpy\n", 1)]
    public async Task A_malformed_spec_is_named_with_its_line(string text, int line)
    {
        _image.Spec("sky", "sky.yml", text);

        var result = await _image.RunAsync("env-conda", "sky");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"sky.yml:{line} ").And.Contain("try:"));
    }

    private string[] Lock => File.ReadAllLines(_image.Frozen("sky") / "conda-linux-64.lock");
}
