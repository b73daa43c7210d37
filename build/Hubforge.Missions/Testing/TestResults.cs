using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Missions.Testing;

/// <summary>Remembers which image passed its tests. A result that is missing, unreadable or of another image counts as not passed.</summary>
/// <param name="artifacts">Where results are kept.</param>
public sealed class TestResults(Artifacts artifacts)
{
    /// <summary>Returns the report of the last tests of a mission; null when there is none that can be read.</summary>
    public TestReport? Find(string mission)
    {
        var file = FileOf(mission);
        if (!file.FileExists)
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, TestJson.Default.TestReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether all tests of the image with that id ran and none failed.</summary>
    public bool HavePassed(string mission, string imageId) =>
        Find(mission) is { Passed: true } report && report.ImageId == imageId;

    /// <summary>Returns where the report of a mission is.</summary>
    public AbsolutePath FileOf(string mission) => artifacts.TestReport(mission);

    internal void Forget(string mission)
    {
        foreach (var file in (AbsolutePath[])[FileOf(mission), artifacts.JUnitReport(mission)])
        {
            if (file.FileExists)
            {
                File.Delete(file);
            }
        }
    }

    internal async Task WriteAsync(TestReport report, CancellationToken cancellationToken)
    {
        await AtomicFile.WriteTextAsync(
            artifacts.JUnitReport(report.Mission),
            JUnitReport.Render(report),
            cancellationToken
        );
        await AtomicFile.WriteTextAsync(
            FileOf(report.Mission),
            JsonSerializer.Serialize(report, TestJson.Default.TestReport) + "\n",
            cancellationToken
        );
    }
}
