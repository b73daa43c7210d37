using Hubforge.Automation;
using Hubforge.Automation.Pipelines;
using Hubforge.Missions.Specs;

namespace Hubforge.Build;

/// <summary>
/// The main job: from loose specs to a tested, pushed image of each mission.
/// <c>./build.sh --help</c> lists everything; other families of targets are components, one file each beside this one.
/// </summary>
internal sealed class Build : MissionBuild, ICheckSpecs, IVerify, IGenerateCi
{
    public static int Main(string[] args) => Run<Build>(args, build => build.Push);

    Target BuildBase =>
        target =>
            target
                .Description("Makes or pulls the base image of each mission")
                .ForEach(Missions)
                .DependsOn(Provision)
                .Inputs(BaseInputs)
                .Value("base", mission => BaseReference(mission))
                .UpToDateWhen(IsBaseCurrentAsync)
                .Executes(BuildBaseAsync);

    Target CompileEnvs =>
        target =>
            target
                .Description("Solves the specs of each environment into locks (--use-frozen 0), or checks the locks")
                .ForEach(Environments)
                .DependsOn(BuildBase)
                .Inputs(SolveInputs)
                .Outputs(environment => environment.LockFolder)
                .Value(() => UseFrozen)
                .Value(() => StrictLocks)
                .UpToDateWhen(IsLockCurrentAsync)
                .Executes(CompileAsync);

    Target BuildCommon =>
        target =>
            target
                .Description("Builds what all missions on one base share")
                .ForEach(Missions)
                .DependsOn(BuildBase)
                .Inputs(CommonInputs)
                .UpToDateWhen(IsCommonCurrentAsync)
                .Executes(BuildCommonAsync);

    Target BuildMission =>
        target =>
            target
                .Description("Builds the image of each mission on top of the common image, every environment from its lock")
                .ForEach(Missions)
                .DependsOn(BuildCommon, CompileEnvs)
                .Inputs(ImageInputs)
                .UpToDateWhen(IsImageCurrentAsync)
                .Executes(BuildMissionAsync);

    Target Test =>
        target =>
            target
                .Description("Runs the tests that each image carries, in a container of it")
                .ForEach(Missions)
                .DependsOn(BuildMission)
                .UpToDateWhen(IsTestedAsync)
                .Executes(TestAsync)
                .Produces("artifacts/*/test-report.*");

    Target Push =>
        target =>
            target
                .Description("Pushes the very image that passed its tests, to --repository or into an OCI image layout")
                .ForEach(Missions)
                .DependsOn(Test)
                .UpToDateWhen(IsPushedAsync)
                .Executes(PushAsync)
                .Produces("artifacts/*/push.json");

    Target All => target => target.Description("Builds, tests and pushes").DependsOn(Push);
}
