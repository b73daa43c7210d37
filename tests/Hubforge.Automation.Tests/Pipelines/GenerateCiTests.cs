using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.GitHub;
using Hubforge.Automation.Pipelines.GitLab;
using Hubforge.Automation.Tests.Pipelines.Yaml;

namespace Hubforge.Automation.Tests.Pipelines;

public sealed class GenerateCiTests : IDisposable
{
    private const string Workflow = ".github/workflows/changes.yml";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task Pipelines_are_written_from_the_build_class_with_its_targets_and_missions()
    {
        var exitCode = await _sandbox.RunAsync<SampleBuild>("GenerateCi");

        var jobs = YamlReader.Read(_sandbox.Read(Workflow))["jobs"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, _sandbox.Everything);
            Assert.That(
                YamlReader.Show(jobs, "pack", "needs"),
                Is.EqualTo("""["discover","check"]""")
            );
            Assert.That(
                _sandbox.Read(Workflow),
                Does.Contain("deployments/${{ matrix.mission }}/locks/**")
                    .And.Contain("HUBFORGE_API_KEY: '${{ secrets.API_KEY }}'")
            );
            Assert.That(_sandbox.Read(".gitlab-ci.yml"), Does.Contain("'pack:roman':"));
        }
    }

    [Test]
    public async Task What_was_just_written_passes_the_check()
    {
        await _sandbox.RunAsync<SampleBuild>("GenerateCi");

        var exitCode = await _sandbox.RunAsync<SampleBuild>("GenerateCi", "--check");

        Assert.That(exitCode, Is.Zero, _sandbox.Everything);
    }

    [Test]
    public async Task A_stale_file_fails_the_check_with_its_difference_and_stays_as_it_is()
    {
        await _sandbox.RunAsync<SampleBuild>("GenerateCi");
        var edited = _sandbox
            .Read(Workflow)
            .Replace("fail-fast: false", "fail-fast: true", StringComparison.Ordinal);
        _sandbox.Write(Workflow, edited);

        var exitCode = await _sandbox.RunAsync<SampleBuild>("GenerateCi", "--check");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(
                _sandbox.Everything,
                Does.Contain(Workflow)
                    .And.Match(@"-\s+fail-fast: true")
                    .And.Match(@"\+\s+fail-fast: false")
                    .And.Contain("try:")
            );
            Assert.That(_sandbox.Read(Workflow), Is.EqualTo(edited));
        }
    }

    [Test]
    public async Task A_missing_file_fails_the_check()
    {
        var exitCode = await _sandbox.RunAsync<SampleBuild>("GenerateCi", "--check");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(_sandbox.Everything, Does.Contain($"{Workflow} is missing"));
        }
    }

    [Test]
    public async Task A_file_of_a_pipeline_that_is_gone_is_deleted_and_one_of_a_person_is_not()
    {
        await _sandbox.RunAsync<SampleBuild>("GenerateCi");
        _sandbox.Write(".github/workflows/gone.yml", _sandbox.Read(Workflow));
        _sandbox.Write(".github/workflows/own.yml", "name: own\n");

        var check = await _sandbox.RunAsync<SampleBuild>("GenerateCi", "--check");
        await _sandbox.RunAsync<SampleBuild>("GenerateCi");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(check, Is.EqualTo(1));
            Assert.That((_sandbox.Root / ".github/workflows/gone.yml").FileExists, Is.False);
            Assert.That((_sandbox.Root / ".github/workflows/own.yml").FileExists, Is.True);
        }
    }

    [Test]
    public async Task A_checkout_with_other_line_ends_is_not_stale()
    {
        await _sandbox.RunAsync<SampleBuild>("GenerateCi");
        _sandbox.Write(Workflow, _sandbox.Read(Workflow).ReplaceLineEndings("\r\n"));

        var exitCode = await _sandbox.RunAsync<SampleBuild>("GenerateCi", "--check");

        Assert.That(exitCode, Is.Zero, _sandbox.Everything);
    }

    [Test]
    public async Task Every_wrong_name_in_the_attributes_is_reported_at_once()
    {
        var exitCode = await _sandbox.RunAsync<WrongBuild>("GenerateCi");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(
                _sandbox.Everything,
                Does.Contain("there is no target 'Chek'")
                    .And.Contain("did you mean 'Check'?")
                    .And.Contain("there is no parameter 'Passwort'")
                    .And.Contain("there is no pipeline 'nightly'")
                    .And.Contain("pipeline 'empty' invokes no target")
                    .And.Contain("'write-all' is no permission")
            );
        }
    }

    [GitHubActions(
        "changes",
        GitHubActionsImage.UbuntuLatest,
        InvokedTargets = [nameof(Check), nameof(Pack)],
        OnPullRequestBranches = ["main"]
    )]
    [PipelineJob("changes", nameof(Pack), ImportSecrets = [nameof(ApiKey)])]
    [GitLabCI("all", InvokedTargets = [nameof(Pack)])]
    private sealed class SampleBuild : RecordingBuild, IGenerateCi, IDiscoverMissions
    {
        [Parameter("Key of the store")]
        [Secret]
        private readonly string? ApiKey = null;

        IReadOnlyList<Type> IDiscoverMissions.MissionItemTypes => [typeof(Mission)];

        IReadOnlyList<string> IDiscoverMissions.MissionNames => ["roman", "demo"];

        private Target Check => target => target.ForEach(Missions).Executes(_ => Mark());

        private Target Pack =>
            target =>
                target
                    .ForEach(Missions)
                    .DependsOn(Check)
                    .Requires(() => ApiKey)
                    .Produces("deployments/{mission}/locks/**")
                    .Executes(_ => { });

        private static IEnumerable<Mission> Missions => [new("demo"), new("roman")];

        Task<IReadOnlyList<string>> IDiscoverMissions.ListChangedFilesAsync(
            string since,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<string>>([]);
    }

    private sealed record Mission(string Name);

    [GitHubActions(
        "changes",
        GitHubActionsImage.UbuntuLatest,
        InvokedTargets = ["Chek"],
        ImportSecrets = ["Passwort"]
    )]
    [GitHubActions("empty", GitHubActionsImage.UbuntuLatest)]
    [PipelineJob("nightly", nameof(Check))]
    [PipelineJob("changes", "Chek", Permissions = ["write-all"])]
    private sealed class WrongBuild : RecordingBuild, IGenerateCi
    {
        private Target Check => target => target.Executes(Mark);
    }
}
