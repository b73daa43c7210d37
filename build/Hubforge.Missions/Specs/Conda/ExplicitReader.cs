namespace Hubforge.Missions.Specs.Conda;

/// <summary>Reads an explicit list: the line <c>@EXPLICIT</c>, then addresses of packages.</summary>
internal static class ExplicitReader
{
    private const string Marker = "@EXPLICIT";

    /// <summary>Returns the entries with their lines.</summary>
    public static IReadOnlyList<(Place Place, ExplicitEntry Entry)> Read(
        SourceText source,
        ProblemList problems
    )
    {
        var lines = ListLine.Read(source).ToList();
        if (lines.Count == 0 || lines[0].Text != Marker)
        {
            problems.Error(
                lines.Count == 0 ? source.At(1) : lines[0].Place,
                $"an explicit list begins with the line {Marker}",
                "make it with: micromamba env export --explicit"
            );
        }

        List<(Place, ExplicitEntry)> entries = [];
        foreach (var line in lines.Where(line => line.Text != Marker))
        {
            try
            {
                entries.Add((line.Place, ExplicitEntry.Parse(line.Text)));
            }
            catch (FormatException failure)
            {
                problems.Error(
                    line.Place,
                    $"bad package address '{line.Text}': {failure.Message}",
                    "write the address of one package file, '#' and its hash"
                );
            }
        }

        return entries;
    }

    /// <summary>Returns what the list asks for; what no build could install from it is a problem.</summary>
    public static IReadOnlyList<PackageRequest> ReadRequests(
        SourceText source,
        ProblemList problems
    )
    {
        List<PackageRequest> requests = [];
        var hadErrors = problems.HasErrors;
        foreach (var (place, entry) in Read(source, problems))
        {
            CheckEntry(place, entry, problems);
            requests.Add(
                new PackageRequest(Ecosystem.Conda, entry.Name, entry.Address, place)
                {
                    MatchSpec = new CondaMatchSpec(entry.Name)
                    {
                        Version = entry.Version,
                        Build = entry.Build,
                    },
                }
            );
        }

        if (requests.Count == 0 && problems.HasErrors == hadErrors)
        {
            problems.Error(
                source.At(1),
                "the list names no package",
                "make it with: micromamba env export --explicit"
            );
        }

        return requests;
    }

    private static void CheckEntry(Place place, ExplicitEntry entry, ProblemList problems)
    {
        if (entry.Hash is null)
        {
            problems.Error(
                place,
                $"the package '{entry.Name}' has no hash and cannot be verified",
                "append '#' and its md5 or sha256"
            );
        }

        if (
            entry.Subdir != "noarch"
            && !entry.Subdir.StartsWith("linux-", StringComparison.Ordinal)
        )
        {
            problems.Error(
                place,
                $"the package '{entry.Name}' is made for {entry.Subdir}, images are linux",
                "make the list on linux, or with --platform linux-64"
            );
        }
    }
}
