namespace Hubforge.Automation.Tests.Binding;

public sealed class SourcesTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task Each_source_is_stronger_than_the_next()
    {
        _sandbox.Variables["HUBFORGE_A"] = "variable";
        _sandbox.Variables["HUBFORGE_B"] = "variable";
        _sandbox.Write("setup-env", "export CLASSIC_B=setup\nexport CLASSIC_C=setup\n");
        _sandbox.Write(".nuke/parameters.p.json", """{ "C": "profile", "D": "profile" }""");
        _sandbox.Write(
            ".nuke/parameters.json",
            """{ "A": "file", "B": "file", "C": "file", "D": "file", "E": "file" }"""
        );

        await _sandbox.RunAsync<Letters>("Show", "--a", "typed", "--profile", "p");

        Assert.That(
            _sandbox.Output,
            Does.Contain("A=typed B=variable C=setup D=profile E=file F=build F G=initial")
        );
    }

    [Test]
    public async Task Setup_env_understands_what_a_shell_would()
    {
        _sandbox.Variables["HOME_OF"] = "/home/x";
        _sandbox.Write(
            "setup-env",
            """
            # a comment
            export CLASSIC_B='single $NOT "kept"'   # and one here
              CLASSIC_C="double ${CLASSIC_B} and \"quotes\""
            export CLASSIC_D=$HOME_OF/${MISSING}end
            export OTHER=ignored; echo never run
            """
        );

        await _sandbox.RunAsync<Letters>("Show");

        Assert.That(
            _sandbox.Output,
            Does.Contain(
                """B=single $NOT "kept" C=double single $NOT "kept" and "quotes" D=/home/x/end"""
            )
        );
    }

    [Test]
    public async Task A_setting_of_the_build_may_depend_on_a_bound_parameter()
    {
        await _sandbox.RunAsync<Letters>("Show", "--a", "roman");

        Assert.That(_sandbox.Output, Does.Contain("A=roman").And.Contain("F=build roman"));
    }

    [Test]
    public async Task An_encrypted_secret_is_read_with_the_password()
    {
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
        _sandbox.Ask = _ => "the-hidden-value";
        await _sandbox.RunAsync<Letters>("--secrets", "key");

        await _sandbox.RunAsync<Letters>("Length");

        Assert.That(
            _sandbox.Read(".nuke/parameters.json"),
            Does.Contain("hubforge:v1:").And.Not.Contain("hidden")
        );
        Assert.That(_sandbox.Output, Does.Contain("length 16"));
    }

    [Test]
    public async Task An_encrypted_secret_is_refused_with_a_wrong_password()
    {
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
        _sandbox.Ask = _ => "the-hidden-value";
        await _sandbox.RunAsync<Letters>("--secrets", "key");
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "wrong horse";

        var exitCode = await _sandbox.RunAsync<Letters>("Length");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("the password is wrong"));
    }

    [Test]
    public async Task A_second_secret_is_not_written_under_another_password()
    {
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
        _sandbox.Ask = _ => "the-hidden-value";
        await _sandbox.RunAsync<Letters>("--secrets", "key");
        var before = _sandbox.Read(".nuke/parameters.json");
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "wrong horse";

        var exitCode = await _sandbox.RunAsync<Letters>("--secrets", "key");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("not the one of the values that are there"));
        Assert.That(_sandbox.Read(".nuke/parameters.json"), Is.EqualTo(before));
    }

    [Test]
    public async Task Another_secret_is_added_by_someone_who_types_the_password()
    {
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
        _sandbox.Ask = _ => "the-hidden-value";
        await _sandbox.RunAsync<Letters>("--secrets", "key");
        _sandbox.Variables.Clear();
        var answers = new Queue<string>(["correct horse", "another-value"]);
        _sandbox.Ask = _ => answers.Dequeue();

        var exitCode = await _sandbox.RunAsync<Letters>("--secrets", "key");

        Assert.That(exitCode, Is.Zero, _sandbox.Everything);
        Assert.That(answers, Is.Empty);
    }

    [Test]
    public async Task A_new_password_is_asked_for_twice()
    {
        var answers = new Queue<string>(["correct horse", "corect horse", "the-hidden-value"]);
        _sandbox.Ask = _ => answers.Dequeue();

        var exitCode = await _sandbox.RunAsync<Letters>("--secrets", "key");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("The two passwords differ"));
        Assert.That((_sandbox.Root / ".nuke" / "parameters.json").FileExists, Is.False);
    }

    [Test]
    public async Task A_secret_in_plain_text_in_a_parameters_file_is_warned_of()
    {
        _sandbox.Write(".nuke/parameters.json", """{ "Key": "the-hidden-value" }""");

        var exitCode = await _sandbox.RunAsync<Letters>("Length");

        Assert.That(exitCode, Is.Zero);
        Assert.That(
            _sandbox.Everything,
            Does.Contain("Key stands there in plain text").And.Contain("--secrets Key")
        );
    }

    [Test]
    public async Task An_encrypted_value_cannot_be_moved_to_another_parameter()
    {
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
        _sandbox.Ask = _ => "the-hidden-value";
        await _sandbox.RunAsync<Letters>("--secrets", "key");
        _sandbox.Write(
            ".nuke/parameters.json",
            _sandbox
                .Read(".nuke/parameters.json")
                .Replace("\"Key\"", "\"OtherKey\"", StringComparison.Ordinal)
        );

        var exitCode = await _sandbox.RunAsync<Letters>("Length");

        Assert.That(exitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task The_same_secret_is_encrypted_differently_each_time()
    {
        _sandbox.Variables["HUBFORGE_SECRETS_PASSWORD"] = "correct horse";
        _sandbox.Ask = _ => "the-hidden-value";
        await _sandbox.RunAsync<Letters>("--secrets", "key");
        var first = _sandbox.Read(".nuke/parameters.json");

        await _sandbox.RunAsync<Letters>("--secrets", "key");

        Assert.That(_sandbox.Read(".nuke/parameters.json"), Is.Not.EqualTo(first));
    }

    private sealed class Letters : HubforgeBuild
    {
        [Parameter]
        readonly string A = "initial";

        [Parameter(Environment = "CLASSIC_B")]
        readonly string B = "initial";

        [Parameter(Environment = "CLASSIC_C OLDER_C")]
        readonly string C = "initial";

        [Parameter(Environment = "CLASSIC_D")]
        readonly string D = "initial";

        [Parameter]
        readonly string E = "initial";

        [Parameter]
        readonly string F = "initial";

        [Parameter]
        readonly string G = "initial";

        [Parameter]
        readonly Primitives.Secret? Key = null;

        [Parameter]
        readonly Primitives.Secret? OtherKey = null;

        Target Show =>
            _ =>
                _.Executes(() =>
                    Log.Information(
                        "A={A} B={B} C={C} D={D} E={E} F={F} G={G}",
                        A,
                        B,
                        C,
                        D,
                        E,
                        F,
                        G
                    )
                );

        Target Length =>
            _ =>
                _.Executes(() =>
                    Log.Information("length {Length}", (Key ?? OtherKey)?.Reveal().Length)
                );

        protected internal override ParameterSetting? FindSetting(string parameter) =>
            parameter == "F"
                ? new ParameterSetting("mission.yml:1", [A == "roman" ? "build roman" : "build F"])
                : null;
    }
}
