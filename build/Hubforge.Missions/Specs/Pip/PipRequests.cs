namespace Hubforge.Missions.Specs.Pip;

/// <summary>What pip lists ask for.</summary>
internal static class PipRequests
{
    /// <summary>Returns the requests of a list; files that it includes must exist beside it.</summary>
    public static IReadOnlyList<PackageRequest> Read(
        SourceText source,
        bool areConstraints,
        ProblemList problems
    )
    {
        List<PackageRequest> requests = [];
        foreach (var line in PipListReader.Read(source, problems))
        {
            CheckInclude(line, problems);
            CheckConstraint(line, areConstraints, problems);
            CheckPath(line, problems);
            requests.AddRange(From(line, areConstraints));
        }

        return requests;
    }

    /// <summary>Returns the request of a line; none for options and for addresses whose package is not known.</summary>
    public static IEnumerable<PackageRequest> From(PipLine? line, bool isConstraint) =>
        line?.Requirement is { KnownName: { Length: > 0 } name } requirement
            ?
            [
                new PackageRequest(
                    Ecosystem.Pip,
                    PackageName.Normalise(name),
                    line.Text,
                    line.Place
                )
                {
                    Requirement = requirement,
                    IsConstraint = isConstraint,
                },
            ]
            : [];

    private static void CheckInclude(PipLine line, ProblemList problems)
    {
        if (line.Option is not { Name: "--requirement" or "--constraint", Value: { } value })
        {
            return;
        }

        if (value.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(value))
        {
            return;
        }

        var file = line.Place.File.Parent! / value;
        if (!file.FileExists)
        {
            problems.Error(
                line.Place,
                $"the included file '{value}' does not exist",
                "name it relative to this list's folder",
                string.Join(
                    ", ",
                    Directory
                        .EnumerateFiles(line.Place.File.Parent!, "*.pip")
                        .Select(Path.GetFileName)
                        .Order(StringComparer.Ordinal)
                )
            );
        }
    }

    private static void CheckConstraint(PipLine line, bool isConstraint, ProblemList problems)
    {
        if (isConstraint && line.Requirement is { Extras.Length: > 0 })
        {
            problems.Error(
                line.Place,
                $"a constraint takes no extras: '{line.Text}'",
                "remove the brackets; extras belong to the list that asks for the package"
            );
        }

        if (isConstraint && line is { Option: null, Requirement.Name: null })
        {
            problems.Error(
                line.Place,
                $"a constraint begins with the name of a package: '{line.Text}'",
                "write: name @ address"
            );
        }

        if (isConstraint && line.Option?.Name == "--editable")
        {
            problems.Error(
                line.Place,
                "a constraint cannot be editable",
                "move the line to a pip list"
            );
        }
    }

    private static void CheckPath(PipLine line, ProblemList problems)
    {
        if (
            line.Requirement?.Address is { } address
            && !address.Contains("://", StringComparison.Ordinal)
        )
        {
            problems.Error(
                line.Place,
                $"no lock can hold what the path '{address}' leads to",
                "put the package into the mission's image/packages/ and name it here without a path"
            );
        }
    }
}
