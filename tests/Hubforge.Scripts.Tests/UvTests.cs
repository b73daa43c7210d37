namespace Hubforge.Scripts.Tests;

/// <summary>env-compile where uv is present, with a stand-in that writes locks in uv's form and notes how it was called.</summary>
[CancelAfter(60_000)]
internal sealed class UvTests
{
    private const string Hash = "8d493ab03dd76121583d7d5e5df3f5fa5903cfae7c000dacb3036cd13b728adf";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly ScriptImage _image = new();

    [SetUp]
    public void MakeEnvironment()
    {
        _image.Set("USE_FROZEN", "0");
        _image.Set("SSL_CERT_FILE", "");
        _image.Set("PIP_CERT", "");
        _image.Environment("lab");
        _image.Spec("lab", "lab.pip", "skyplot\n");
        _image.Program(
            "uv",
            $$"""
            printf '%s\n' "$*" >> '{{_image.Root}}/uv.log'
            env | grep -E '^(UV_[A-Z_]+|SSL_CERT_FILE)=.' | sort >> '{{_image.Root}}/uv.variables'
            : > '{{_image.Root}}/uv.inputs'
            limit=none
            while [ $# -gt 1 ]; do
                case $1 in
                --output-file) output=$2 ;;
                --constraint) limit=$2 && cat "$2" >> '{{_image.Root}}/uv.inputs' ;;
                esac
                shift
            done
            cat "$1" >> '{{_image.Root}}/uv.inputs'
            sed -e "s|LIST|$1|" -e "s|LIMIT|$limit|" '{{_image.Root}}/answer' > "$output"
            """
        );
    }

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task The_lock_has_versions_hashes_and_reasons_without_the_folders_of_the_solve()
    {
        _image.Spec("lab", "build-hints.pip", "photlib<1\n");
        Answer(
            $"""
            --no-binary skyplot

            photlib==0.2 \
                --hash=sha256:{Hash}
                # via
                #   -c LIMIT
                #   skyplot
            skyplot==1.0 \
                --hash=sha256:{Hash}
                # via -r LIST
            tool @ git+https://example.org/tool@{Commit}
                # via skyplot
            """
        );

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            Lock,
            Does.EndWith(
                $"""
                photlib==0.2 \
                    --hash=sha256:{Hash}
                    # via
                    #   -c build-hints.pip
                    #   skyplot
                skyplot==1.0 \
                    --hash=sha256:{Hash}
                    # via -r lab.pip
                tool @ git+https://example.org/tool@{Commit}
                    # via skyplot

                """
            )
        );
    }

    [Test]
    public async Task It_is_told_what_pip_is_told()
    {
        _image.Set("PIP_NO_INDEX", "0");
        _image.Set("PIP_INDEX_URL", "http://user:word@127.0.0.1:9/simple");
        _image.Set("PIP_EXTRA_INDEX_URL", "http://127.0.0.1:9/one http://127.0.0.1:9/two");
        _image.Set("PIP_TRUSTED_HOST", "127.0.0.1");
        _image.Set("PIP_CERT", "/etc/ssl/own.pem");
        Answer($"skyplot==1.0 --hash=sha256:{Hash}");

        var result = await _image.RunAsync("env-compile", "lab");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                _image.Read("uv.log"),
                Does.StartWith(
                        $"pip compile --python {_image.Root}/envs/lab/bin/python --generate-hashes"
                    )
                    .And.Contain($"--find-links {_image.Root}/links")
                    .And.Not.Contain("word")
                    .And.Not.Contain("--no-index")
            );
            Assert.That(
                _image.Read("uv.variables"),
                Is.EqualTo(
                    """
                    SSL_CERT_FILE=/etc/ssl/own.pem
                    UV_EXTRA_INDEX_URL=http://127.0.0.1:9/one http://127.0.0.1:9/two
                    UV_INDEX_URL=http://user:word@127.0.0.1:9/simple
                    UV_INSECURE_HOST=127.0.0.1

                    """
                )
            );
        }
    }

    [Test]
    public async Task Its_own_settings_are_stronger_than_those_of_pip()
    {
        _image.Set("PIP_NO_INDEX", "0");
        _image.Set("PIP_INDEX_URL", "http://127.0.0.1:9/simple");
        _image.Set("UV_INDEX_URL", "http://127.0.0.1:9/own");
        Answer($"skyplot==1.0 --hash=sha256:{Hash}");

        await _image.RunAsync("env-compile", "lab");

        Assert.That(
            _image.Read("uv.variables"),
            Is.EqualTo("UV_INDEX_URL=http://127.0.0.1:9/own\n")
        );
    }

    [Test]
    public async Task Without_an_index_the_files_of_folders_get_their_hashes_here()
    {
        _image.Write("links/skyplot-1.0-py3-none-any.whl", "wheel");
        Answer("skyplot==1.0");

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(_image.Read("uv.log"), Does.Contain("--no-index"));
        Assert.That(Lock, Does.Match(@"skyplot==1\.0 \\\n    --hash=sha256:[0-9a-f]{64}\n"));
    }

    [Test]
    public async Task With_update_the_other_pins_are_limits_that_the_lock_does_not_name()
    {
        _image.Write(
            "env-frozen/lab/requirements.txt",
            $"numpy==1.0 --hash=sha256:{Hash}\nskyplot==0.1 --hash=sha256:{Hash}\n"
        );
        _image.Set("UPDATE_PACKAGES", "skyplot");
        Answer(
            $"""
            numpy==1.0 \
                --hash=sha256:{Hash}
                # via
                #   -c LIMIT
                #   skyplot
            """
        );

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(_image.Read("uv.inputs"), Is.EqualTo("numpy==1.0\nskyplot\n"));
        Assert.That(Lock, Does.EndWith("# via skyplot\n"));
    }

    [Test]
    public async Task A_failed_solve_keeps_the_old_lock_and_tells_uvs_proof()
    {
        _image.Write("env-frozen/lab/requirements.txt", "the old lock\n");
        _image.Program(
            "uv",
            "echo '  × No solution found when resolving dependencies:' >&2; exit 1"
        );

        var result = await _image.RunAsync("env-compile", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("No solution found").And.Contain("try:"));
        Assert.That(Lock, Is.EqualTo("the old lock\n"));
    }

    [Test]
    public async Task Where_Debian_packages_are_in_sight_pip_solves_because_uv_does_not_see_them()
    {
        _image.Spec("lab", "lab.apt", "python3-numpy\n");

        await _image.RunAsync("env-compile", "lab");

        Assert.That(File.Exists(_image.Root / "uv.log"), Is.False);
    }

    private string Lock => _image.Read("env-frozen/lab/requirements.txt");

    private void Answer(string text) => _image.Write("answer", text + "\n");
}
