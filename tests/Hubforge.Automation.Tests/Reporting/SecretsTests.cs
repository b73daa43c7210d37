namespace Hubforge.Automation.Tests.Reporting;

/// <summary>A secret is seen nowhere, wherever it comes from.</summary>
public sealed class SecretsTests : IDisposable
{
    private const string Value = "Zx9-quite+secret/value";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [TestCase("command line")]
    [TestCase("variable")]
    [TestCase("setup-env")]
    [TestCase("encrypted file")]
    [TestCase("prompt")]
    public async Task A_secret_leaves_no_trace(string source)
    {
        var args = await GiveAsync(source);

        var exitCode = await _sandbox.RunAsync<Talkative>(args);

        Assert.That(exitCode, Is.EqualTo(1), _sandbox.Everything);
        Assert.That(_sandbox.Output, Does.Contain("token: ***"));
        AssertUnseen(_sandbox.Everything, "output");
        foreach (var file in Directory.GetFiles(_sandbox.Root, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) != "setup-env")
            {
                AssertUnseen(await File.ReadAllTextAsync(file), file);
            }
        }
    }

    private static void AssertUnseen(string text, string where)
    {
        Assert.That(text, Does.Not.Contain(Value), where);
        Assert.That(text, Does.Not.Contain(Uri.EscapeDataString(Value)), where);
        Assert.That(
            text,
            Does.Not.Contain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Value))),
            where
        );
    }

    private async Task<string[]> GiveAsync(string source)
    {
        switch (source)
        {
            case "command line":
                return ["Talk", "--token", Value];
            case "variable":
                _sandbox.Variables["HUBFORGE_TOKEN"] = Value;
                break;
            case "setup-env":
                _sandbox.Write("setup-env", $"export HUBFORGE_TOKEN='{Value}'");
                break;
            case "encrypted file":
                _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
                _sandbox.Ask = _ => Value;
                await _sandbox.RunAsync<Talkative>("--secrets", "token");
                _sandbox.Ask = null;
                break;
            default:
                _sandbox.Ask = _ => Value;
                break;
        }

        return ["Talk"];
    }

    private sealed class Talkative : HubforgeBuild
    {
        [Parameter("The token")]
        readonly Primitives.Secret? Token = null;

        Target Talk =>
            _ =>
                _.Requires(() => Token)
                    .Value(() => Token)
                    .Executes(() =>
                    {
                        var value = Token!.Reveal();
                        Log.Information("token: {Token}", value);
                        Log.Warning(
                            "address: https://user:{Token}@host",
                            Uri.EscapeDataString(value)
                        );
                        Log.Error(
                            "header: Basic {Token}",
                            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value))
                        );
                        Reporter.Progress(value, value, 0.5);
                        ReportSummary("used", value);
                        throw new InvalidOperationException($"refused: {value}");
                    });
    }
}
