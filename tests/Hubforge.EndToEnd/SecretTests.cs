using System.Text;
using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>Secrets from every source do their work in a real solve, build and push, and are found nowhere afterwards.</summary>
public sealed class SecretTests : CopyFixture
{
    private const string Environment = "lab";
    private const string Image = "hubforge/e2e-secrets:latest";
    private const string FromCommandLine = "C0mmand-line+secret";
    private const string FromVariable = "V4riable-secret+value";
    private const string FromFile = "F1le-secret+value";
    private const string FromPrompt = "Pr0mpt-s3cret/word";
    private const string FilePassword = "p4ssword of the file";

    // FromPrompt by bcrypt, the only form that the registry reads
    private const string PromptInHtpasswd =
        "pusher:$2b$04$bsTi5xyIq5Cd5LVrbQs.J.AUnbar6rtLHGg2GPJtaA3uwh1AXzeSu";

    private static readonly TinyMission s_mission = new("e2e-secrets", Environment);

    // A login counts for a host, whatever the port, so each index has an address of its own.
    private readonly PackageIndex _first = new("127.0.0.1", $"reader:{FromCommandLine}");
    private readonly PackageIndex _second = new("127.0.0.2", $"reader:{FromVariable}");
    private readonly PackageIndex _third = new("127.0.0.3", $"reader:{FromFile}");
    private readonly List<string> _printed = [];
    private LocalRegistry _registry = null!;

    private static IReadOnlyList<string> Forms { get; } =
    [
        .. new[] { FromCommandLine, FromVariable, FromFile, FromPrompt }.SelectMany(secret =>
            (string[])
                [
                    secret,
                    Uri.EscapeDataString(secret),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes($"reader:{secret}")),
                ]
        ),
        FilePassword,
    ];

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeSetUp]
    public async Task StartServers()
    {
        _registry = await LocalRegistry.StartAsync(CancellationToken.None, PromptInHtpasswd);
        _first.WithWheel("alphalib", "1.0");
        _second.WithWheel("betalib", "1.0");
        _third.WithWheel("gammalib", "1.0");
        await Copy.EditAsync(
            s_mission.SpecOf(Environment),
            text => text + "alphalib\nbetalib\ngammalib\n",
            CancellationToken.None
        );
        // The worst that a mission can write: what is declared in the last stage stays in the image's history.
        await Copy.EditAsync(
            s_mission.DockerfileCustom,
            text => text + "ARG PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_FIND_LINKS\nRUN true\n",
            CancellationToken.None
        );
    }

    [OneTimeTearDown]
    public async Task StopServers()
    {
        await Docker.Local.TryAsync(
            ["image", "rm", "--force", $"{_registry.Name}/secrets/image:latest"],
            CancellationToken.None
        );
        await _registry.DisposeAsync();
        foreach (var index in (PackageIndex[])[_first, _second, _third])
        {
            await index.DisposeAsync();
        }
    }

    [Test]
    [CancelAfter(600_000)]
    public async Task Secrets_of_all_sources_work_and_are_seen_nowhere(CancellationToken token)
    {
        await TypeAsync(
            new BuildCall("--secrets", "PackageLogin"),
            [
                new TypedAnswer(
                    "Logins of hosts",
                    $"http://reader:{Uri.EscapeDataString(FromFile)}@127.0.0.3"
                ),
            ],
            token
        );
        await TypeAsync(
            Call("Push", "--verbosity", "verbose"),
            [new TypedAnswer("Password or token", FromPrompt)],
            token
        );
        await TypeAsync(Call("Push", "--plan=html"), [], token);
        await TypeAsync(Call("Push", "--plan=json"), [], token);
        await TypeAsync(Call("GenerateCi", "--describe"), [], token);
        await TypeAsync(Call("GenerateCi"), [], token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Concat(_printed), Does.Contain("Succeeded"));
            AssertUnseen(string.Concat(_printed), "the terminal");
            foreach (var file in FilesOfTheProject())
            {
                AssertUnseen(await File.ReadAllTextAsync(file, Encoding.Latin1, token), file);
            }

            AssertUnseen(await HistoryAsync(Image, token), $"docker history {Image}");
            AssertUnseen(
                await Docker.Local.ReadAsync(["image", "inspect", Image], token),
                $"docker image inspect {Image}"
            );
            Assert.That(await ListFilesInImageAsync(token), Is.Empty);
        }
    }

    private BuildCall Call(params string[] arguments) =>
        new BuildCall([
            .. arguments,
            "--mission",
            s_mission.Name,
            "--use-frozen",
            "0",
            "--network",
            "host",
            "--pip-index-url",
            _first.UrlWithLogin,
            "--pip-find-links",
            $"{_third.Url}gammalib",
            "--repository",
            $"{_registry.Name}/secrets/image",
            "--registry-user",
            "pusher",
        ]).WithVariable("HUBFORGE_PIP_EXTRA_INDEX_URL", _second.UrlWithLogin);

    private async Task TypeAsync(
        BuildCall call,
        IReadOnlyList<TypedAnswer> answers,
        CancellationToken cancellationToken
    )
    {
        var outcome = await new Terminal(Copy.Root).RunAsync(
            call.WithVariable("HUBFORGE_SECRETS_PASSWORD", FilePassword),
            answers,
            cancellationToken
        );
        _printed.Add(outcome.Text);
        await TestContext.Out.WriteLineAsync(outcome.Text);
        Assert.That(outcome.ExitCode, Is.Zero, outcome.Text);
    }

    private static Task<string> HistoryAsync(string image, CancellationToken cancellationToken) =>
        Docker.Local.ReadAsync(["history", "--no-trunc", image], cancellationToken);

    private static async Task<string> ListFilesInImageAsync(CancellationToken cancellationToken)
    {
        var found = await Docker.Local.TryAsync(
            [
                "run",
                "--rm",
                "--user",
                "0",
                "--network",
                "none",
                "--entrypoint",
                "grep",
                Image,
                "--recursive",
                "--files-with-matches",
                "--fixed-strings",
                .. Forms.SelectMany(form => (string[])["--regexp", form]),
                "/opt",
                "/root",
                "/home",
                "/etc",
                "/usr/local",
                "/tmp",
                "/var/tmp",
            ],
            cancellationToken
        );
        return found.Output;
    }

    // The sources of the tests hold this file.
    private IEnumerable<string> FilesOfTheProject() =>
        Directory
            .EnumerateFiles(
                Copy.Root,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = FileAttributes.ReparsePoint,
                }
            )
            .Where(file => !file.StartsWith(Copy.Root / "tests", StringComparison.Ordinal));

    private static void AssertUnseen(string text, string where)
    {
        foreach (var form in Forms)
        {
            Assert.That(
                text.Contains(form, StringComparison.Ordinal),
                Is.False,
                $"{form} in {where}"
            );
        }
    }
}
