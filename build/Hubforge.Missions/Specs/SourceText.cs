using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>A text file that a person wrote, read strictly: UTF-8, no byte order mark, line feeds only.</summary>
internal sealed record SourceText(AbsolutePath File, string Text)
{
    private static readonly UTF8Encoding _strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The lines without their ends; a last empty one is left out.</summary>
    public string[] Lines { get; } = Text.Length == 0 ? [] : Text.TrimEnd('\n').Split('\n');

    public Place At(int line) => new(File, Math.Max(1, line));

    /// <summary>Reads the file; returns null (and says why) when its content cannot be used at all.</summary>
    public static SourceText? Load(AbsolutePath file, ProblemList problems)
    {
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Error(
                new Place(file, 1),
                $"the file cannot be read: {failure.Message}",
                "check that it exists and that you may read it"
            );
            return null;
        }

        return Decode(file, bytes, problems);
    }

    public static SourceText? Decode(
        AbsolutePath file,
        ReadOnlySpan<byte> bytes,
        ProblemList problems
    )
    {
        if (bytes.StartsWith((byte[])[0xFF, 0xFE]) || bytes.StartsWith((byte[])[0xFE, 0xFF]))
        {
            problems.Error(
                new Place(file, 1),
                "the file is UTF-16",
                "save the file as UTF-8 without a byte order mark"
            );
            return null;
        }

        if (bytes.StartsWith(_byteOrderMark))
        {
            problems.Error(
                new Place(file, 1),
                "the file begins with a byte order mark",
                "save the file as UTF-8 without a byte order mark"
            );
            bytes = bytes[_byteOrderMark.Length..];
        }

        return DecodeText(file, bytes, problems);
    }

    private static SourceText? DecodeText(
        AbsolutePath file,
        ReadOnlySpan<byte> bytes,
        ProblemList problems
    )
    {
        string text;
        try
        {
            text = _strict.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            problems.Error(
                new Place(file, LineAt(bytes, failure.Index)),
                "the file is not UTF-8",
                "save the file as UTF-8"
            );
            return null;
        }

        var source = new SourceText(file, text.Replace("\r\n", "\n", StringComparison.Ordinal));
        return CheckCharacters(source, text, problems) ? source : null;
    }

    private static bool CheckCharacters(SourceText source, string text, ProblemList problems)
    {
        var carriageReturn = text.IndexOf('\r', StringComparison.Ordinal);
        if (carriageReturn >= 0)
        {
            problems.Error(
                source.At(1 + text.AsSpan(0, carriageReturn).Count('\n')),
                "the file has Windows line ends (CR LF)",
                "convert it with: sed -i 's/\\r$//' FILE, and keep it so with .gitattributes"
            );
        }

        var control = text.AsSpan().IndexOfAnyInRange('\0', '\b');
        if (control < 0)
        {
            return true;
        }

        problems.Error(
            source.At(1 + text.AsSpan(0, control).Count('\n')),
            $"the file holds the control character U+{(int)text[control]:X4}",
            "remove it; specs are plain text"
        );
        return false;
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int index) =>
        1 + bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n');
}
