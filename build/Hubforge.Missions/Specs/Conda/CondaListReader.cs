namespace Hubforge.Missions.Specs.Conda;

/// <summary>Reads a list of conda match specs, one a line.</summary>
internal static class CondaListReader
{
    public static IReadOnlyList<PackageRequest> Read(SourceText source, ProblemList problems) =>
        [.. ListLine.Read(source).Select(line => Parse(line, problems)).OfType<PackageRequest>()];

    /// <summary>Returns the request of one match spec; null when it is none, which is then a problem.</summary>
    public static PackageRequest? Parse(ListLine line, ProblemList problems)
    {
        try
        {
            var spec = CondaMatchSpecParser.Parse(line.Text);
            return new PackageRequest(Ecosystem.Conda, spec.Name, line.Text, line.Place)
            {
                MatchSpec = spec,
            };
        }
        catch (FormatException failure)
        {
            problems.Error(
                line.Place,
                $"bad match spec '{line.Text}': {failure.Message}",
                "write it as conda understands it, for example: numpy>=1.26,<2"
            );
            return null;
        }
    }
}
