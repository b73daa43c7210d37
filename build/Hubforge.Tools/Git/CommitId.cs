using System.Text.RegularExpressions;

namespace Hubforge.Tools.Git;

/// <summary>The full name of a commit: 40 or 64 hexadecimal digits.</summary>
public sealed partial record CommitId
{
    private const int ShortLength = 12;

    private readonly string _digits;

    private CommitId(string digits) => _digits = digits;

    /// <summary>The first 12 digits.</summary>
    public string Abbreviated => _digits[..ShortLength];

    /// <summary>Returns the commit's name, or null when the text is none.</summary>
    public static CommitId? Find(string text) => Digits().IsMatch(text) ? new CommitId(text) : null;

    /// <summary>Returns all digits.</summary>
    public override string ToString() => _digits;

    [GeneratedRegex("^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
    private static partial Regex Digits();
}
