using System.Runtime.CompilerServices;
using Hubforge.Testing;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Tests.Recorded;

/// <summary>Writes what was understood of recordings, and compares it with the text that a person approved.</summary>
internal static class Classification
{
    public static string Of(SolveFailure failure)
    {
        var lines = new List<string> { $"{failure.Kind}: {failure.Headline}" };
        if (failure.Packages.Length > 0)
        {
            lines.Add($"packages: {string.Join(", ", failure.Packages)}");
        }

        lines.AddRange(
            failure.Chains.Select(chain =>
                $"chain: {chain}{(chain.Source is { } source ? $" @ {source}" : "")}"
            )
        );
        lines.AddRange(
            failure
                .Facts.Where(fact => fact.Value.Length > 0)
                .Select(fact => $"{fact.Label}: {fact.Value}")
        );
        return string.Join('\n', lines.Select(line => "    " + line));
    }

    public static void Verify(
        string name,
        IEnumerable<(Recording Recording, string Text)> entries,
        [CallerFilePath] string file = ""
    )
    {
        var actual = string.Concat(
            entries.Select(entry => $"{entry.Recording.Name}\n{entry.Text}\n")
        );
        Approved.Matches(actual, null, file, name);
    }
}
