using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hubforge.Tools.Replies;

/// <summary>Reads the JSON that a tool printed.</summary>
internal static class Reply
{
    /// <summary>Returns what the tool answered, or null when its output holds no such JSON.</summary>
    public static T? Find<T>(string output, JsonTypeInfo<T> type)
        where T : class
    {
        if (NoisyJson.Find(output) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns what the tool answered.</summary>
    /// <exception cref="UnreadableReplyException">The output holds no such JSON.</exception>
    public static T Get<T>(string subject, string output, JsonTypeInfo<T> type)
        where T : class =>
        Find(output, type) ?? throw new UnreadableReplyException(subject, output);
}
