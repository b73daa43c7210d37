using System.Text;

namespace Hubforge.Testing;

/// <summary>What a <see cref="FakeEngine"/> answers.</summary>
public sealed record FakeReply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether the connection is dropped after the body, in the middle of the reply.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>Whether nothing more comes after the body and the connection stays open: a container that runs on.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether the body is sent bare until the end of the connection, as attach and exec do.</summary>
    public bool IsRaw { get; init; }

    /// <summary>An answer in JSON.</summary>
    public static FakeReply Json(string json, int status = 200) =>
        new(status, "application/json", Encoding.UTF8.GetBytes(json));

    /// <summary>An answer without a body.</summary>
    public static FakeReply Empty(int status = 204) => new(status, "text/plain", default);

    /// <summary>A refusal in the engine's form.</summary>
    public static FakeReply Error(int status, string message) =>
        Json($$"""{"message":"{{message}}"}""", status);

    /// <summary>Bytes, such as an archive.</summary>
    public static FakeReply Bytes(byte[] body) => new(200, "application/x-tar", body);

    /// <summary>Output of a container; each frame is a stream (1 output, 2 error) and its text.</summary>
    public static FakeReply Output(params (byte Stream, string Text)[] frames) =>
        new(200, "application/vnd.docker.raw-stream", frames.SelectMany(Frame).ToArray())
        {
            IsRaw = true,
        };

    private static byte[] Frame((byte Stream, string Text) frame)
    {
        var text = Encoding.UTF8.GetBytes(frame.Text);
        return
        [
            frame.Stream,
            0,
            0,
            0,
            (byte)(text.Length >> 24),
            (byte)(text.Length >> 16),
            (byte)(text.Length >> 8),
            (byte)text.Length,
            .. text,
        ];
    }
}
