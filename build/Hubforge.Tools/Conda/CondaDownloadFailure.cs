using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Reads failed downloads. One channel that cannot be reached fails the whole solve.</summary>
internal static partial class CondaDownloadFailure
{
    public static SolveFailure? Find(string[] lines)
    {
        var failed = lines
            .Select(line => Failed().Match(line))
            .Where(match => match.Success)
            .ToList();
        if (failed.Count == 0)
        {
            return null;
        }

        var addresses = failed.Select(match => match.Groups["url"].Value).Distinct().ToList();
        var files = addresses.Where(address => PackageFile().IsMatch(address)).ToList();
        var channels = addresses.Except(files).Select(ChannelOf).Distinct();
        return new SolveFailure(
            SolveFailureKind.ChannelUnreachable,
            files.Count > 0
                ? $"The channel does not give the file {Path.GetFileName(files[0])}."
                : $"The channel {string.Join(", ", channels)} could not be read."
        )
        {
            Packages =
            [
                .. files.Select(file =>
                    CondaRequirement.ParseFileName(Path.GetFileName(file)).Package
                ),
            ],
            Facts =
            [
                .. addresses.Select(address => new SolveFact("address", address)),
                .. failed
                    .Select(match => match.Groups["why"].Value)
                    .Where(why => why.Length > 0)
                    .Distinct()
                    .Select(why => new SolveFact("reason", why)),
            ],
        };
    }

    private static string ChannelOf(string address) => Subdir().Replace(address, "");

    [GeneratedRegex(
        @"(?<why>Download error \(\d+\) [^\[]+?|status: \d+) \[(?<url>[^\]]+)\]|(?<why>HTTP \d+ .+?) for (?:url|channel \S+) <(?<url>[^>]+)>"
    )]
    private static partial Regex Failed();

    [GeneratedRegex(@"\.(?:conda|tar\.bz2)$")]
    private static partial Regex PackageFile();

    [GeneratedRegex(@"/(?:noarch|(?:linux|osx|win)-[^/]+)/[^/]+$")]
    private static partial Regex Subdir();
}
