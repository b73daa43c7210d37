using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Settled;

/// <summary>The record that a call has nothing to do while a state lasts, and what it then prints. A cache: without it, the run finds out by itself.</summary>
internal sealed record SettledRun
{
    private const int MostEntries = 100_000;
    private const string Format = "hubforge settled 2";

    /// <summary>The number of the call; see <see cref="SettledCommand"/>.</summary>
    public required ulong Command { get; init; }

    /// <summary>The number of what <see cref="Evidence"/> names, as it was when nothing was to do.</summary>
    public required ulong State { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>What the run prints; see <see cref="SettledText"/>.</summary>
    public required string Output { get; init; }

    /// <summary>What the run leaves in <c>artifacts/run.json</c>.</summary>
    public required string Json { get; init; }

    public static AbsolutePath FileIn(AbsolutePath root) => root / ".nuke" / "temp" / "settled";

    /// <summary>Returns the number of a state; null when some of it cannot be looked at.</summary>
    public static ulong? FindState(Evidence evidence)
    {
        var digest = new StateDigest();
        try
        {
            foreach (var path in evidence.Paths)
            {
                digest.Add(path);
            }

            foreach (var question in evidence.Questions)
            {
                digest.AddAnswer(question);
            }
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or SocketException)
        {
            return null;
        }

        return digest.Value;
    }

    /// <summary>Returns the record of the last run; null where there is none of this format.</summary>
    public static SettledRun? Find(AbsolutePath root)
    {
        var file = FileIn(root);
        if (!file.FileExists)
        {
            return null;
        }

        using var reader = new BinaryReader(
            new MemoryStream(File.ReadAllBytes(file)),
            Encoding.UTF8
        );
        return reader.ReadString() == Format
            ? new SettledRun
            {
                Command = reader.ReadUInt64(),
                State = reader.ReadUInt64(),
                Evidence = new Evidence
                {
                    Paths = ReadList(reader, one => AbsolutePath.Parse(one.ReadString())),
                    Questions = ReadList(
                        reader,
                        one => new ServiceQuestion(
                            AbsolutePath.Parse(one.ReadString()),
                            one.ReadString()
                        )
                    ),
                },
                Output = reader.ReadString(),
                Json = reader.ReadString(),
            }
            : null;
    }

    public void Save(AbsolutePath root)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(Command);
        writer.Write(State);
        writer.Write(Evidence.Paths.Length);
        foreach (var path in Evidence.Paths)
        {
            writer.Write(path.ToString());
        }

        writer.Write(Evidence.Questions.Length);
        foreach (var (socket, target) in Evidence.Questions)
        {
            writer.Write(socket.ToString());
            writer.Write(target);
        }

        writer.Write(Output);
        writer.Write(Json);
        AtomicFile.WriteBytes(FileIn(root), stream.ToArray());
    }

    private static ImmutableArray<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostEntries)
        {
            throw new EndOfStreamException("The record is torn.");
        }

        var list = new T[count];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = read(reader);
        }

        return [.. list];
    }
}
