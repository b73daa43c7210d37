namespace Hubforge.Scripts.Tests;

/// <summary>apt-install with locks, on stand-ins for apt and dpkg.</summary>
[CancelAfter(60_000)]
internal sealed class AptTests
{
    private readonly ScriptImage _image = new();

    private string _hash = "";

    [SetUp]
    public void MakePrograms()
    {
        var file = _image.Write("deb", "bc\n");
        _hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))
        );
        Directory.CreateDirectory(_image.Root / "archives");
        _image.Program(
            "apt-get",
            $"""
            echo "$*" >> {_image.Root}/apt.log
            case "$*" in
                *--download-only*) cp {file} {_image.Root}/archives/bc_1%3a1.07-4_amd64.deb ;;
                *--simulate*) echo 'Inst bc (1:1.07-4 Debian:13/stable [amd64])' ;;
            esac
            """
        );
        _image.Program(
            "apt-cache",
            $"printf 'Package: bc\\nVersion: 1:1.07-4\\nSHA256: {_hash}\\n\\n'"
        );
        _image.Program("dpkg-query", "exit 1");
    }

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task A_locked_version_is_verified_before_it_is_installed()
    {
        var path = _image.Write("apt.lock", $"# base\nbc=1:1.07-4 sha256:{_hash}\n");

        var result = await _image.RunAsync("apt-install", "--lock", path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                Calls,
                Has.Exactly(3)
                    .Items.And.ItemAt(1)
                    .Contain("--download-only bc=1:1.07-4")
                    .And.ItemAt(2)
                    .EndWith("--allow-downgrades bc=1:1.07-4")
            );
        }
    }

    [Test]
    public async Task A_file_with_another_hash_is_not_installed()
    {
        var path = _image.Write("apt.lock", $"bc=1:1.07-4 sha256:{new string('0', 64)}\n");

        var result = await _image.RunAsync("apt-install", "--lock", path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("is not the locked one").And.Contain(_hash));
            Assert.That(Calls, Has.Exactly(2).Items);
        }
    }

    [Test]
    public async Task Drift_is_a_warning_that_names_both_versions()
    {
        var path = _image.Write("apt.lock", $"bc=1:1.07-3 sha256:{_hash}\n");

        var result = await _image.RunAsync("apt-install", "--lock", path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                result.Error,
                Does.Contain(
                    "warning: Debian package drifted: bc: locked 1:1.07-3, offered 1:1.07-4"
                )
            );
            Assert.That(Calls[^1], Does.EndWith(" bc"));
        }
    }

    [Test]
    public async Task Drift_is_an_error_with_strict_locks()
    {
        _image.Set("STRICT_LOCKS", "1");
        var path = _image.Write("apt.lock", $"bc=1:1.07-3 sha256:{_hash}\n");

        var result = await _image.RunAsync("apt-install", "--lock", path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(
                result.Error,
                Does.Contain("bc: locked 1:1.07-3, offered 1:1.07-4")
                    .And.Contain("APT_SNAPSHOT_URL")
            );
            Assert.That(Calls, Has.None.Contain("install "));
        }
    }

    [Test]
    public async Task What_is_there_at_the_locked_version_is_not_installed_again()
    {
        _image.Program("dpkg-query", "echo 'bc installed 1:1.07-4'");
        var path = _image.Write("apt.lock", $"bc=1:1.07-4 sha256:{_hash}\n");

        var result = await _image.RunAsync("apt-install", "--lock", path);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Calls, Has.None.Contain("install "));
    }

    [TestCase("bc 1.07\n", 1)]
    [TestCase("# fine\nbc=1.07\n", 2)]
    [TestCase("bc=1.07 sha256:abc\n", 1)]
    [TestCase("bc=1.07 md5:0123\n", 1)]
    public async Task A_line_that_locks_nothing_is_named(string text, int line)
    {
        var path = _image.Write("apt.lock", text);

        var result = await _image.RunAsync("apt-install", "--lock", path);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"apt.lock:{line} ").And.Contain("try:"));
    }

    [Test]
    public async Task A_list_is_read_without_the_words_of_its_comments()
    {
        var list = _image.Write("extra.apt", "# for os and sys\nbc  # a calculator\n");

        var result = await _image.RunAsync("apt-install", list);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Calls[^1], Does.EndWith("install --yes bc"));
    }

    [Test]
    public async Task A_word_that_is_no_package_is_refused_with_its_line()
    {
        var list = _image.Write("extra.apt", "bc\n--allow-unauthenticated\n");

        var result = await _image.RunAsync("apt-install", list);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("extra.apt:2 "));
    }

    private string[] Calls => File.ReadAllLines(_image.Root / "apt.log");
}
