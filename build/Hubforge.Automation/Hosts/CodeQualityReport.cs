using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>Writes problems in the form of GitLab's code quality reports.</summary>
internal static class CodeQualityReport
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the report of those problems that have a place below <paramref name="root"/>.</summary>
    public static string ToJson(IEnumerable<Problem> problems, AbsolutePath root)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartArray();
            foreach (var problem in problems.Distinct())
            {
                Write(json, problem, ProblemPlace.Of(problem, root));
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Problem problem, ProblemPlace place)
    {
        if (place.File is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("description", place.Text);
        json.WriteString("check_name", "hubforge");
        json.WriteString("fingerprint", FingerprintOf(place));
        json.WriteString("severity", problem.Severity == Severity.Error ? "major" : "minor");
        json.WriteStartObject("location");
        json.WriteString("path", place.File);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", problem.Line ?? 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Stays the same while the problem moves within its file.
    private static string FingerprintOf(ProblemPlace place) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{place.File}\n{place.Text}"))
        );
}
