namespace Hubforge.Scripts.Tests;

/// <summary>env-clean, dump-versions, fix-certs.</summary>
[CancelAfter(60_000)]
internal sealed class UpkeepTests
{
    private readonly ScriptImage _image = new();

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task Env_clean_empties_caches_and_nothing_else()
    {
        _image.Write("home/.cache/pip/http/x", "x");
        _image.Write("home/.cache/other/x", "x");
        _image.Write("conda/pkgs/numpy/x", "x");
        _image.Write("conda/envs/sky/conda-meta/history", "");

        var result = await _image.RunAsync("env-clean");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                Directory.EnumerateFileSystemEntries(_image.Root / "home/.cache/pip"),
                Is.Empty
            );
            Assert.That(Directory.EnumerateFileSystemEntries(_image.Root / "conda/pkgs"), Is.Empty);
            Assert.That(File.Exists(_image.Root / "home/.cache/other/x"));
            Assert.That(File.Exists(_image.Root / "conda/envs/sky/conda-meta/history"));
        }
    }

    [Test]
    public async Task Dump_versions_names_every_package_of_an_environment()
    {
        _image.Environment("lab");
        _image.Write(
            "envs/lab/bin/python",
            "#!/bin/sh\ncase \"$*\" in --version) echo Python 3.11.2 ;; *) echo numpy==1.24.2 ;; esac\n"
        );

        var result = await _image.RunAsync("dump-versions", "lab");

        Assert.That(
            result.Output,
            Is.EqualTo("\n# environment lab\nPython 3.11.2\nnumpy==1.24.2\n")
        );
    }

    [Test]
    public async Task Fix_certs_replaces_the_list_and_never_writes_into_a_shared_file()
    {
        _image.Environment("lab");
        var list = _image.Write("envs/lab/certifi/cacert.pem", "old\n");
        var shared = _image.Root / "cache.pem";
        await _image.RunProgramAsync("ln", list, shared);
        _image.Write("envs/lab/bin/python", $"#!/bin/sh\necho '{list}'\n");
        _image.Set("CERTIFICATES", _image.Write("bundle.pem", "new\n"));

        var result = await _image.RunAsync("fix-certs", "lab");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(_image.Read("envs/lab/certifi/cacert.pem"), Is.EqualTo("new\n"));
            Assert.That(_image.Read("cache.pem"), Is.EqualTo("old\n"));
        }
    }
}
