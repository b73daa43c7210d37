using Hubforge.Processes;

namespace Hubforge.Containers.Building;

/// <summary>Turns a failed <c>docker build</c> into the failure a person can act on.</summary>
internal static class BuildFailure
{
    public static EngineException Of(
        Command command,
        CommandFailedException failure,
        BuildProgress progress
    )
    {
        var text = failure.Result.Error + failure.Result.Output;
        if (SaysNoBuildKit(text))
        {
            return new EngineException(
                "build with BuildKit: it has none",
                failure.Result.LastErrorLines(5),
                command.ToString(),
                "upgrade the engine to 20.10 or later, or name a buildx builder with --builder"
            );
        }

        return progress.FailedStep is { } step
            ? new EngineException(
                $"build the step {step}",
                progress.FailureText,
                command.ToString(),
                "mend the step in the Dockerfile; the whole output is in the log"
            )
            : new EngineException(
                "build the image",
                progress.FailureText,
                command.ToString(),
                command.Hint
                    ?? "mend the Dockerfile or the build's arguments; the whole output is in the log"
            );
    }

    private static bool SaysNoBuildKit(string text) =>
        text.Contains("buildkit not supported by daemon", StringComparison.OrdinalIgnoreCase)
        || text.Contains("BuildKit is not supported", StringComparison.OrdinalIgnoreCase)
        || text.Contains("Unimplemented desc = ", StringComparison.Ordinal);
}
