using Hubforge.Primitives;

namespace Hubforge.Build.Verification;

/// <summary>Tests of a project failed, or none ran.</summary>
internal sealed class TestsFailedException(string project, TrxFile results, AbsolutePath log)
    : HubforgeException(
        new FailureText(
            results.Counts.Failed == 0
                ? $"No test of {project} ran to its end."
                : $"{results.Counts.Failed} of the tests of {project} failed."
        )
            .With("failed", string.Join('\n', results.Failures))
            .With("results", results.Counts.ToString())
            .With("log", log.ToString())
            .Try($"dotnet test tests/{project} --filter \"Name~<part of a test's name>\"")
    );
