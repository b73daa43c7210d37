using System.Text;
using System.Text.Json;

namespace Hubforge.Tools.Replies;

/// <summary>Finds the JSON among other text: tools print prompts, post-link scripts and progress before it, and summaries after it.</summary>
internal static class NoisyJson
{
    // Real output has the document at its first or second bracket; this bounds the work on text that is full of brackets.
    private const int MaximalTries = 2000;

    /// <summary>Returns the longest complete JSON object or array of the text; null when there is none.</summary>
    public static ReadOnlyMemory<byte>? Find(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var best = 0..0;
        var position = 0;
        for (var tries = 0; tries < MaximalTries; tries++)
        {
            var offset = bytes.AsSpan(position).IndexOfAny((byte)'{', (byte)'[');
            if (offset < 0)
            {
                break;
            }

            var start = position + offset;
            var length = LengthOfValue(bytes.AsSpan(start));
            position = start + Math.Max(1, length);
            if (length > best.End.Value - best.Start.Value)
            {
                best = start..(start + length);
            }
        }

        if (best.End.Value == 0)
        {
            return null;
        }

        return bytes.AsMemory(best);
    }

    private static int LengthOfValue(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, default);
        try
        {
            reader.Read();
            reader.Skip();
            return (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
