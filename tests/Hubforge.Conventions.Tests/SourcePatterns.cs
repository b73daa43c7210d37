using System.Text.RegularExpressions;

namespace Hubforge.Conventions.Tests;

/// <summary>What the tests look for in source text.</summary>
internal static partial class SourcePatterns
{
    /// <summary>A public type that is not nested: it starts at the left margin.</summary>
    [GeneratedRegex(
        @"^public\s+(?:(?:static|sealed|abstract|readonly|partial|ref)\s+)*(?:class|interface|enum|struct|record(?:\s+(?:class|struct))?|delegate\s+\S+)\s+(?<name>\w+)"
    )]
    public static partial Regex PublicType();

    [GeneratedRegex(@"^\s*#pragma warning disable (?<rest>.*)$")]
    public static partial Regex Pragma();

    [GeneratedRegex(@"class\s+(?<name>\w+Exception)\b")]
    public static partial Regex ExceptionClass();
}
