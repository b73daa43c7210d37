using Hubforge.Automation;
using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.GitHub;
using Hubforge.Build.Verification;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Specs;

namespace Hubforge.Build;

/// <summary>
/// The main job: from loose specs to a tested, pushed image of each mission.
/// <c>./build.sh --help</c> lists everything; other families of targets are components, one file each beside this one.
/// </summary>
[GitHubActions(
    "verify",
    GitHubActionsImage.UbuntuLatest,
    InvokedTargets = [nameof(IVerify.Verify)],
    Arguments = ["--provision"],
    OnPushBranches = ["main"],
    OnPullRequestBranches = ["main"]
)]
[GitHubActions(
    "missions",
    GitHubActionsImage.UbuntuLatest,
    InvokedTargets = [nameof(Test)],
    Arguments = ["--provision", "--strict-locks"],
    OnPullRequestBranches = ["main"],
    ChangedMissionsOnly = true
)]
[GitHubActions(
    "push",
    GitHubActionsImage.UbuntuLatest,
    InvokedTargets = [nameof(Push)],
    Arguments = ["--provision", "--strict-locks"],
    OnPushBranches = ["main"],
    ChangedMissionsOnly = true
)]
[PipelineJob(
    "push",
    nameof(Push),
    ConcurrencyGroup = "push",
    ImportVariables = [nameof(Repository), nameof(RegistryUser)],
    ImportSecrets = [nameof(RegistryPassword)]
)]
[GitHubActions(
    "locks",
    GitHubActionsImage.UbuntuLatest,
    InvokedTargets = [nameof(CompileEnvs), nameof(Test)],
    Arguments = ["--provision"],
    On = [GitHubActionsTrigger.WorkflowDispatch],
    OnCronSchedule = "30 4 * * 1",
    PullRequestTitle = "Update the locks of all missions",
    PullRequestPaths = [Locks],
    PullRequestBranch = "hubforge/locks"
)]
[PipelineJob("locks", nameof(CompileEnvs), Arguments = ["--use-frozen", "false", "--force"])]
internal sealed class Build : MissionBuild, ICheck, IGraphEnv, IVerify, IPipelines
{
    private const string Locks = "deployments/{mission}/image/env-frozen/**";

    public static int Main(string[] args) => Run<Build>(args, build => build.Push);

    public Target BuildBase =>
        target =>
            target
                .Description("Makes or pulls the base image of each mission")
                .ForEach(Missions, mission => mission.Name)
                .DependsOn<IProvision>(provision => provision.PrepareMachine)
                .Inputs(mission => Files(InputFiles.BaseFiles(mission)))
                .Value(
                    "base",
                    mission => string.Join(' ', MissionInputs.BaseValues(mission).Values)
                )
                // A missing or untrusted lock is told before minutes go into a base image.
                .When(UseFrozen, build => build.After(CompileEnvs))
                .UpToDateWhen((mission, _, token) => Checks.BaseAsync(mission, token))
                .Executes((mission, token) => Work.BuildBaseAsync(mission, token));

    Target CompileEnvs =>
        target =>
            target
                .Description(
                    "Solves the specs of each environment into locks (--use-frozen 0), or checks the locks"
                )
                .ForEach(Environments)
                .DependsOn<IProvision>(provision => provision.PrepareMachine)
                // Locks are checked without an image; only a solve runs in one.
                .When(!UseFrozen, compile => compile.DependsOn(BuildBase))
                .Inputs(environment =>
                    Files(InputFiles.SolveFiles(environment.Mission, environment.Spec))
                )
                .Outputs(environment => environment.LockFolder)
                .Value(() => UseFrozen)
                .Value(() => StrictLocks)
                .UpToDateWhen((environment, _, token) => Checks.LockAsync(environment, token))
                .Executes((environment, token) => Summarised.CompileAsync(environment, token))
                .Produces(Locks);

    Target BuildCommon =>
        target =>
            target
                .Description("Builds what all missions on one base share")
                .ForEach(Missions, mission => mission.Name)
                .DependsOn(BuildBase)
                .Inputs(_ => Files(InputFiles.CommonFiles()))
                .UpToDateWhen((mission, _, token) => Checks.CommonAsync(mission, token))
                .Executes((mission, token) => Work.BuildCommonAsync(mission, token));

    public Target BuildMission =>
        target =>
            target
                .Description(
                    "Builds the image of each mission on top of the common image, every environment from its lock"
                )
                .ForEach(Missions, mission => mission.Name)
                .DependsOn(BuildCommon, CompileEnvs)
                .Inputs(mission => Files(InputFiles.ImageFiles(mission)))
                .UpToDateWhen((mission, _, token) => Checks.ImageAsync(mission, token))
                .Executes(BuildImageAsync);

    Target Test =>
        target =>
            target
                .Description("Runs the tests that each image carries, in a container of it")
                .ForEach(Missions, mission => mission.Name)
                .DependsOn(BuildMission)
                .UpToDateWhen((mission, _, token) => Checks.TestedAsync(mission, token))
                .Executes((mission, token) => Summarised.TestAsync(mission, token))
                .Produces("artifacts/{mission}/test-report.*");

    Target Push =>
        target =>
            target
                .Description(
                    "Pushes the very image that passed its tests, to --repository or into an OCI image layout"
                )
                .ForEach(Missions, mission => mission.Name)
                .DependsOn(Test)
                .When(LogsIn, push => push.Requires(() => RegistryPassword))
                .UpToDateWhen((mission, _, token) => Checks.PushedAsync(mission, token))
                .Executes(PushAsync)
                .Produces("artifacts/{mission}/push.json");

    /// <inheritdoc/>
    public TestTally Tally { get; } = new();

    /// <inheritdoc/>
    protected override string? ClosingLine => Tally.Counts?.ToString();

    Target All => target => target.Description("Builds, tests and pushes").DependsOn(Push);

    private async Task BuildImageAsync(Mission mission, CancellationToken cancellationToken) =>
        ReportSummary("size", await Summarised.BuildMissionAsync(mission, cancellationToken));

    private async Task PushAsync(Mission mission, CancellationToken cancellationToken)
    {
        var receipt = await Work.PushAsync(mission, cancellationToken);
        ReportSummary("digest", receipt.Digest);
        ReportSummary("to", receipt.Where);
    }
}
