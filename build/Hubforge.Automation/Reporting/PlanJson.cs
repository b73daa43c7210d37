using System.Text.Json;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Reporting;

/// <summary>A plan as JSON, for tools.</summary>
internal static class PlanJson
{
    public static string Of(IReadOnlyList<PlannedNode> planned)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var node in planned.Where(node => !node.Node.IsJoin))
            {
                Write(json, node);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonOutput.Text(stream);
    }

    /// <summary>Returns the nodes that a node waits for, with the items in the place of a join.</summary>
    public static IEnumerable<TargetNode> Visible(IEnumerable<TargetNode> nodes) =>
        nodes.SelectMany(node => node.IsJoin ? Visible(node.Dependencies) : [node]);

    private static void Write(Utf8JsonWriter json, PlannedNode planned)
    {
        json.WriteStartObject();
        json.WriteString("name", planned.Node.Name);
        json.WriteString("target", planned.Node.Target.Name);
        json.WriteString("item", planned.Node.ItemName);
        json.WriteString(
            "verdict",
            planned.Verdict.Kind switch
            {
                VerdictKind.Run => "run",
                VerdictKind.UpToDate => "up-to-date",
                VerdictKind.Depends => "depends",
                VerdictKind.Skip => "skip",
                _ => "collective",
            }
        );
        WriteList(json, "reasons", planned.Verdict.Reasons);
        WriteList(json, "after", Visible(Scheduler.Before(planned.Node)).Select(node => node.Name));
        json.WriteString("fingerprint", planned.Fingerprint?.Value);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
