using Hubforge.Primitives;
using Hubforge.Testing;
using Hubforge.Tools.Sops;

namespace Hubforge.Tools.Tests.Sops;

public sealed class SopsTests
{
    private static readonly AbsolutePath s_file = AbsolutePath.Parse("/srv/secrets/roman.yaml");

    private readonly RecordingProcessRunner _processes = new();
    private readonly Tools.Sops.Sops _sops;

    public SopsTests() => _sops = new Tools.Sops.Sops(_processes);

    [TestCase(0, true)]
    [TestCase(200, false)]
    public async Task Edit_shares_the_terminal_and_tells_whether_the_file_changed(
        int exitCode,
        bool expected
    )
    {
        _processes.Answer("sops edit", exitCode: exitCode);

        var changed = await _sops.EditAsync(new SopsEdit(s_file), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed, Is.EqualTo(expected));
            Assert.That(
                _processes.OnlyCommand,
                Is.EqualTo(["sops", "edit", "/srv/secrets/roman.yaml"])
            );
            Assert.That(_processes.Commands[0].Interactive, Is.True);
        }
    }

    [Test]
    public async Task Decrypt_returns_a_secret()
    {
        _processes.Answer("sops decrypt", "token: abc\n");

        var text = await _sops.DecryptAsync(
            new SopsDecrypt(s_file) { Extract = "[\"token\"]", OutputType = "json" },
            CancellationToken.None
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.ToString(), Is.EqualTo("***"));
            Assert.That(text.Reveal(), Is.EqualTo("token: abc"));
            Assert.That(
                _processes.OnlyCommand,
                Is.EqualTo([
                    "sops",
                    "decrypt",
                    "--extract",
                    "[\"token\"]",
                    "--output-type",
                    "json",
                    "/srv/secrets/roman.yaml",
                ])
            );
        }
    }

    [Test]
    public async Task Update_keys_asks_nothing()
    {
        await _sops.UpdateKeysAsync(new SopsUpdateKeys(s_file), CancellationToken.None);

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo(["sops", "updatekeys", "--yes", "/srv/secrets/roman.yaml"])
        );
    }
}
