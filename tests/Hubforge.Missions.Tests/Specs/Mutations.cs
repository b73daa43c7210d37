namespace Hubforge.Missions.Tests.Specs;

/// <summary>Random edits of text, the same in every run for the same seed.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly byte[] _interesting =
    [
        .. "\0\t\n\r \"#&'()*,-./0:;<=>@[\\]^`{|}~\x7f"u8,
        0x80,
        0xC3,
        0xFF,
    ];

    // Not for secrets: the point is that a failure can be repeated.
#pragma warning disable CA5394 // a repeatable sequence is wanted
    private readonly Random _random = new(seed);

    public byte[] Next(byte[] original)
    {
        var bytes = original.ToList();
        for (var edits = _random.Next(1, 6); edits > 0; edits--)
        {
            Edit(bytes);
        }

        return [.. bytes];
    }

    private void Edit(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        switch (_random.Next(6))
        {
            case 0:
                bytes.Insert(at, _interesting[_random.Next(_interesting.Length)]);
                break;
            case 1 when at < bytes.Count:
                bytes.RemoveAt(at);
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(_random.Next(20), bytes.Count - at));
                break;
            case 4:
                var from = _random.Next(bytes.Count + 1);
                var copied = bytes.GetRange(from, Math.Min(_random.Next(40), bytes.Count - from));
                bytes.InsertRange(at, copied);
                break;
            default:
                bytes.InsertRange(at, Enumerable.Repeat((byte)'[', _random.Next(80)));
                break;
        }
    }
#pragma warning restore CA5394
}
