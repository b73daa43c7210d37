using System.Globalization;
using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Containers.Building;

/// <summary>Reads the plain progress of BuildKit and hands steps to the reporter. Lines come from two threads.</summary>
/// <remarks>
/// A step looks like <c>#7 [2/5] RUN make</c>, then <c>#7 0.412 its output</c>, and ends in <c>#7 DONE 1.2s</c>, <c>#7 CACHED</c> or
/// <c>#7 ERROR: ...</c>; the lines of several steps are mixed.
/// </remarks>
internal sealed partial class BuildProgress(IReporter reporter)
{
    private const int KeptLines = 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, BuildStep> _steps = [];
    private readonly Queue<string> _bare = new();
    private BuildStep? _failed;

    /// <summary>Steps that ran or were taken from the cache; internal ones are not counted.</summary>
    public (int Ran, int Cached) Counts
    {
        get
        {
            lock (_lock)
            {
                var named = _steps.Values.Where(step => step.IsInstruction).ToList();
                return (
                    named.Count(step => step.State == BuildStepState.Done),
                    named.Count(step => step.State == BuildStepState.Cached)
                );
            }
        }
    }

    /// <summary>The name of the step that failed; null when none did.</summary>
    public string? FailedStep
    {
        get
        {
            lock (_lock)
            {
                return _failed?.Name;
            }
        }
    }

    /// <summary>The last lines of the failed step and its error, or what was printed outside of steps.</summary>
    public string FailureText
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _failed is null ? _bare : _failed.LastLines);
            }
        }
    }

    public void Take(string line)
    {
        reporter.Write(Severity.Debug, line);
        lock (_lock)
        {
            if (StepLine().Match(line) is { Success: true } match)
            {
                var number = int.Parse(
                    match.Groups["number"].ValueSpan,
                    CultureInfo.InvariantCulture
                );
                TakeStep(number, match.Groups["text"].Value);
            }
            else if (line.Length > 0)
            {
                Keep(_bare, line);
            }
        }
    }

    private void TakeStep(int number, string text)
    {
        if (!_steps.TryGetValue(number, out var step))
        {
            _steps[number] = new BuildStep(text);
            Report(_steps[number], "running");
            return;
        }

        if (text == "CACHED")
        {
            step.State = BuildStepState.Cached;
            Report(step, "cached");
        }
        else if (text.StartsWith("DONE ", StringComparison.Ordinal))
        {
            step.State = BuildStepState.Done;
            Report(step, $"done in {text[5..]}");
        }
        else if (text.StartsWith("ERROR: ", StringComparison.Ordinal))
        {
            step.State = BuildStepState.Failed;
            Keep(step.LastLines, text[7..]);
            _failed ??= step;
            Report(step, "failed");
        }
        else if (text == "CANCELED")
        {
            step.State = BuildStepState.Failed;
            Report(step, "cancelled");
        }
        else if (text != step.Name && !IsNoise(text))
        {
            Keep(step.LastLines, OutputTime().Replace(text, ""));
        }
    }

    private void Report(BuildStep step, string state)
    {
        if (step.IsInstruction)
        {
            reporter.Progress(step.Name, state, state == "running" ? null : 1);
        }
    }

    // Old BuildKit prints the digest of each step as if it were its output.
    private static bool IsNoise(string text) =>
        text is "" or "..." || text.StartsWith("sha256:", StringComparison.Ordinal);

    private static void Keep(Queue<string> lines, string line)
    {
        lines.Enqueue(line);
        if (lines.Count > KeptLines)
        {
            lines.Dequeue();
        }
    }

    [GeneratedRegex(@"^#(?<number>\d+) (?<text>.*)$")]
    private static partial Regex StepLine();

    [GeneratedRegex(@"^\d+\.\d+ ")]
    private static partial Regex OutputTime();
}
