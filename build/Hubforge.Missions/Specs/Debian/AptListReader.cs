using System.Text.RegularExpressions;

namespace Hubforge.Missions.Specs.Debian;

/// <summary>Reads a list of Debian packages, one a line: <c>NAME</c>, <c>NAME=VERSION</c> or <c>NAME:ARCH</c>.</summary>
internal static partial class AptListReader
{
    public static IReadOnlyList<PackageRequest> Read(SourceText source, ProblemList problems)
    {
        List<PackageRequest> requests = [];
        foreach (var line in ListLine.Read(source))
        {
            var match = EntryPattern().Match(line.Text);
            if (match.Success)
            {
                requests.Add(
                    new PackageRequest(
                        Ecosystem.Debian,
                        match.Groups["name"].Value,
                        line.Text,
                        line.Place
                    )
                );
                continue;
            }

            problems.Error(
                line.Place,
                $"'{line.Text}' is not the name of a Debian package",
                Advise(line.Text)
            );
        }

        return requests;
    }

    private static string Advise(string text) =>
        text.Any(char.IsWhiteSpace) ? "write one package a line"
        : text.Any(char.IsUpper) ? $"Debian names are in small letters: {text.ToLowerInvariant()}"
        : "names have small letters, digits, '+', '-' and '.'; a version follows '='";

    [GeneratedRegex(
        @"^(?<name>[a-z0-9][a-z0-9+.-]+)(:[a-z0-9-]+)?(=(\d+:)?[0-9][A-Za-z0-9.+~:-]*)?$"
    )]
    private static partial Regex EntryPattern();
}
