using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Containers.Engine;

/// <summary>The body of a refused request.</summary>
internal sealed record ErrorReply([property: JsonPropertyName("message")] string? Message)
{
    private const int Shown = 400;

    /// <summary>Returns the message in <paramref name="body"/>, or the beginning of the body when it is not the engine's JSON (a proxy's page).</summary>
    public static string TextOf(string body)
    {
        try
        {
            if (
                JsonSerializer.Deserialize(body, EngineJson.Default.ErrorReply)?.Message is
                { } message
            )
            {
                return message.Trim();
            }
        }
        catch (JsonException)
        {
            // Not the engine's own reply; what came is shown as it is.
        }

        return body.Length == 0 ? "nothing" : body[..Math.Min(body.Length, Shown)].Trim();
    }
}
