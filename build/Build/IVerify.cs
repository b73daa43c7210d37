using Hubforge.Automation;
using Hubforge.Build.Verification;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Build;

/// <summary>Everything that CI asks of this project, cheapest first.</summary>
internal interface IVerify : IProvision
{
    /// <summary>The solution of this project.</summary>
    private AbsolutePath Solution => RootDirectory / "Hubforge.slnx";

    Target CheckFormat =>
        target =>
            target
                .Unlisted()
                .Description("Checks the layout of the C# files")
                .Executes(async cancellationToken =>
                {
                    await DotnetAsync(["tool", "restore"], cancellationToken);
                    await DotnetAsync(["csharpier", "check", "."], cancellationToken);
                });

    Target CompileTests =>
        target =>
            target
                .Unlisted()
                .Description("Compiles the solution, warnings being errors")
                .DependsOn(CheckFormat)
                .Executes(cancellationToken =>
                    DotnetAsync(["build", Solution, "--nologo", "-v", "quiet"], cancellationToken)
                );

    Target UnitTests =>
        target =>
            target
                .Unlisted()
                .Description("Runs the tests that need no engine of this machine for long")
                .ForEach(ListTestProjects)
                .DependsOn(CompileTests, Provision)
                .Executes(RunTestsAsync);

    Target Verify =>
        target =>
            target
                .Description("Checks the format, compiles, and runs all tests of this project; ends with `N passed, N failed`")
                .DependsOn(UnitTests)
                .Executes(cancellationToken => RunTestsAsync(EndToEnd, cancellationToken));
}
