using System.Text;

namespace Hubforge.Missions.Tests.Specs;

/// <summary>A mistake in a file of a mission, and the place and words by which it must be reported.</summary>
public sealed record MalformedSpec(string File, string Content, int Line, string Message)
{
    /// <summary>The bytes, where they are no text.</summary>
    public IReadOnlyList<byte>? Bytes { get; init; }

    /// <summary>The file that the report names; <see cref="File"/> when null.</summary>
    public string? ReportedFile { get; init; }

    /// <summary>Files that are removed first.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    public byte[] ToBytes() => Bytes?.ToArray() ?? Encoding.UTF8.GetBytes(Content);

    public override string ToString() => $"{Path.GetFileName(File)}:{Line} {Message}";
}
