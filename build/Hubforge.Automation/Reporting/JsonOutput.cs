using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hubforge.Automation.Reporting;

/// <summary>How the engine writes JSON: indented, with quotes and umlauts as they are.</summary>
internal static class JsonOutput
{
    public static JsonWriterOptions Options { get; } =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns what a writer left in the stream, with a line end.</summary>
    public static string Text(MemoryStream stream) =>
        Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
}
