using Hubforge.Automation;
using Hubforge.Automation.Pipelines;
using Hubforge.Build.Provisioning;
using Hubforge.Build.Verification;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Build;

/// <summary>Everything that CI asks of this project, cheapest first.</summary>
internal interface IVerify : IProvision
{
    private const string EndToEnd = "Hubforge.EndToEnd";

    /// <summary>Makes the base image, in which the tests of the image's commands run.</summary>
    Target BuildBase { get; }

    /// <summary>The counts of the tests that have run so far; shared by the targets that run side by side.</summary>
    TestTally Tally { get; }

    Target PrepareTestMachine =>
        target =>
            target
                .Unlisted()
                .Description("Same as PrepareMachine, with what the tests call")
                .Before<IProvision>(provision => provision.PrepareMachine)
                .Executes(cancellationToken =>
                    PrepareAsync(MachineTool.ForTests, cancellationToken)
                );

    Target CheckFormat =>
        target =>
            target
                .Unlisted()
                .Description("Checks the layout of the C# files")
                .Executes(CheckFormatAsync);

    Target CompileTests =>
        target =>
            target
                .Unlisted()
                .Description("Compiles the solution; warnings are errors")
                .DependsOn(CheckFormat)
                .TryDependsOn<IGenerateCi>(ci => ci.CheckCi)
                .Executes(cancellationToken =>
                    DotnetAsync(
                        [
                            "build",
                            (RootDirectory / "Hubforge.slnx").ToString(),
                            "--nologo",
                            "-v",
                            "quiet",
                        ],
                        cancellationToken
                    )
                );

    Target UnitTests =>
        target =>
            target
                .Unlisted()
                .Description("Runs the tests of each library")
                .ForEach(ListTestProjects)
                .DependsOn(CompileTests, PrepareTestMachine, BuildBase)
                .Executes(RunTestsAsync);

    Target Verify =>
        target =>
            target
                .Description(
                    "Checks the format, compiles, and runs all tests of this project; ends with `N passed, N failed`"
                )
                .DependsOn(UnitTests)
                .Executes(cancellationToken => RunTestsAsync(EndToEnd, cancellationToken));

    private IEnumerable<string> ListTestProjects() =>
        Directory
            .EnumerateDirectories(RootDirectory / "tests", "*.Tests")
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal);

    private async Task CheckFormatAsync(CancellationToken cancellationToken)
    {
        await DotnetAsync(["tool", "restore"], cancellationToken);
        await DotnetAsync(["csharpier", "check", "."], cancellationToken);
    }

    private async Task RunTestsAsync(string project, CancellationToken cancellationToken)
    {
        var counts = await new TestRun(Processes, RootDirectory, Reporter).RunAsync(
            project,
            Tally,
            cancellationToken
        );
        ReportSummary("tests", counts.ToString());
    }

    private Task DotnetAsync(Argument[] arguments, CancellationToken cancellationToken) =>
        Processes.RunAsync(
            new Command("dotnet").With(arguments) with
            {
                WorkingDirectory = RootDirectory,
            },
            line => Reporter.Write(Severity.Debug, line.Text),
            cancellationToken
        );
}
