using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Writes a run record as JSON, without reflection.</summary>
internal static class RunJson
{
    public static void Write(RunRecord run, AbsolutePath file) =>
        AtomicFile.WriteText(file, Of(run));

    public static string Of(RunRecord run)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            Write(json, run);
        }

        return JsonOutput.Text(stream);
    }

    private static void Write(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteStartObject();
        json.WriteString("started", run.Started);
        json.WriteNumber("seconds", Math.Round(run.Duration.TotalSeconds, 3));
        json.WriteNumber("exitCode", run.ExitCode);
        json.WriteStartArray("invoked");
        foreach (var target in run.Invoked)
        {
            json.WriteStringValue(target);
        }

        json.WriteEndArray();
        json.WriteStartArray("nodes");
        foreach (var node in run.Nodes)
        {
            Write(json, node);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NodeRecord node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("target", node.Target);
        json.WriteString("item", node.Item);
        json.WriteString("status", node.Status.ToString());
        json.WriteString("reason", node.Reason);
        if (node.Started is { } started)
        {
            json.WriteString("started", started);
        }

        json.WriteNumber("seconds", Math.Round(node.Duration.TotalSeconds, 3));
        json.WriteString("fingerprint", node.Fingerprint);
        json.WriteStartObject("summary");
        foreach (var (key, value) in node.Summary)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("problems");
        foreach (var problem in node.Problems)
        {
            json.WriteStartObject();
            json.WriteString("severity", problem.Severity.ToString());
            json.WriteString("message", problem.Message);
            json.WriteString("file", problem.File?.ToString());
            if (problem.Line is { } line)
            {
                json.WriteNumber("line", line);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("failure", node.Failure);
        json.WriteEndObject();
    }
}
