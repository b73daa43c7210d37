using System.Text.RegularExpressions;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Locks;

/// <summary>Reads <c>apt.lock</c>: lines <c>name=version sha256:HEX</c>.</summary>
internal static partial class AptLockReader
{
    private const string Advice =
        "do not edit locks by hand; solve again: CompileEnvs --use-frozen 0";

    public static IReadOnlyList<LockedPackage> Read(SourceText source, ProblemList problems)
    {
        Dictionary<string, LockedPackage> packages = [];
        foreach (var line in ListLine.Read(source))
        {
            var match = EntryPattern().Match(line.Text);
            if (!match.Success)
            {
                problems.Error(
                    line.Place,
                    $"'{line.Text}' is not of the form NAME=VERSION sha256:HEX",
                    Advice
                );
                continue;
            }

            var name = match.Groups["name"].Value;
            var version = match.Groups["version"].Value;
            if (!packages.TryAdd(name, new LockedPackage(Ecosystem.Debian, name, version)))
            {
                problems.Error(line.Place, $"the package '{name}' is locked twice", Advice);
            }
        }

        return [.. packages.Values];
    }

    [GeneratedRegex(
        @"^(?<name>[a-z0-9][a-z0-9+.-]+(:[a-z0-9-]+)?)=(?<version>[A-Za-z0-9.+~:-]+)\s+sha256:[0-9a-f]{64}$"
    )]
    private static partial Regex EntryPattern();
}
