using System.Text.RegularExpressions;

namespace Hubforge.Conventions.Tests;

/// <summary>The commands and the C# that the pages show.</summary>
internal static partial class DocumentedCommands
{
    private static readonly string[] s_folders = ["docs", "deployments", "common"];

    /// <summary>Returns the pages, relative to the root.</summary>
    public static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(Checkout.Root, "*.md")
            .Concat(
                s_folders.SelectMany(folder =>
                    Directory.EnumerateFiles(
                        Checkout.Root / folder,
                        "*.md",
                        SearchOption.AllDirectories
                    )
                )
            )
            .Select(file => Path.GetRelativePath(Checkout.Root, file))
            .Order(StringComparer.Ordinal);

    /// <summary>Returns what stands after <c>./build.sh</c> wherever a page shows it, once; places to fill in (<c>&lt;target&gt;</c>, <c>...</c>) aside.</summary>
    public static IEnumerable<string> OfBuild() =>
        Pages()
            .SelectMany(page => BuildCall().Matches(Read(page)))
            .Select(match => Comment().Replace(match.Groups["arguments"].Value, "").Trim())
            .Where(arguments => arguments.AsSpan().IndexOfAny("<[") < 0)
            .Where(arguments => !arguments.Contains("...", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Returns the projects and test folders that <c>dotnet</c> is called with.</summary>
    public static IEnumerable<string> ProjectsOfDotnet() =>
        Pages()
            .SelectMany(page => DotnetCall().Matches(Read(page)))
            .Select(match => match.Groups["project"].Value)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Returns every fenced piece of C#.</summary>
    public static IEnumerable<string> PiecesOfCSharp() =>
        Pages()
            .SelectMany(page => Fence().Matches(Read(page)))
            .Select(match => match.Groups["code"].Value);

    private static string Read(string page) => File.ReadAllText(Checkout.Root / page);

    [GeneratedRegex(@"(?:`|^)\./build\.(?:sh|ps1)(?<arguments>[^`\n|;&]*)", RegexOptions.Multiline)]
    private static partial Regex BuildCall();

    [GeneratedRegex(@"\s#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"dotnet (?:build|test|run)[^`\n]*?(?<project>(?:tests/|build/)?Hubforge\.\w+(?:\.\w+)*)"
    )]
    private static partial Regex DotnetCall();

    [GeneratedRegex(
        @"^```csharp\n(?<code>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Fence();
}
