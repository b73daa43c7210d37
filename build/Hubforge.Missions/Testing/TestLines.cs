using System.Collections.Immutable;
using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Missions.Testing;

/// <summary>Reads the report that an image writes while it tests itself: one JSON object a line.</summary>
internal static class TestLines
{
    /// <summary>Returns the tests; a line that cannot be read is a failure of its own. No file gives none.</summary>
    public static ImmutableArray<TestCaseResult> Read(AbsolutePath file) =>
        file.FileExists
            ?
            [
                .. File.ReadLines(file)
                    .Where(line => !string.IsNullOrWhiteSpace(line))
                    .Select((line, index) => Parse(line, index + 1)),
            ]
            : [];

    private static TestCaseResult Parse(string line, int number)
    {
        try
        {
            var test = JsonSerializer.Deserialize(line, TestLineJson.Default.TestCaseResult);
            if (test is { Environment: not null, Phase: not null, Name: not null })
            {
                return test with { Message = test.Message ?? "" };
            }
        }
        catch (JsonException)
        {
            // Reported below, like a line that lacks something.
        }

        return new TestCaseResult("", "structure", $"line {number} of the report")
        {
            Outcome = TestOutcome.Failed,
            Message = $"not readable: {line}",
        };
    }
}
