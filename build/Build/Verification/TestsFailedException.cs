using Hubforge.Primitives;

namespace Hubforge.Build.Verification;

/// <summary>Tests of a project failed, or none ran.</summary>
internal sealed class TestsFailedException(string project, TestCounts counts, AbsolutePath log)
    : HubforgeException(
        new FailureText(
            counts.Failed == 0
                ? $"No test of {project} ran to its end."
                : $"{counts.Failed} of the tests of {project} failed."
        )
            .With("results", counts.ToString())
            .With("log", log.ToString())
            .Try($"dotnet test tests/{project} --filter \"Name~<part of a test's name>\"")
    );
