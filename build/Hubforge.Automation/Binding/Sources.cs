using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>All places that settings come from, asked strongest first.</summary>
internal sealed class Sources
{
    private readonly CommandLine _commandLine;
    private readonly Func<string, string?> _variable;
    private readonly SetupEnv _setupEnv;
    private readonly List<ParametersFile> _files = [];
    private readonly List<Problem> _problems = [];

    public Sources(AbsolutePath root, CommandLine commandLine, Func<string, string?> variable)
    {
        _commandLine = commandLine;
        _variable = variable;
        _setupEnv = SetupEnv.Read(root / "setup-env", variable);
        Profiles = commandLine.Values("Profile") ?? Split(variable("HUBFORGE_PROFILE"));
        foreach (var profile in Profiles.Reverse())
        {
            AddProfile(root, profile);
        }

        _files.Add(
            ParametersFile.Read(root / ".nuke" / "parameters.json", SourceKind.ParametersFile)
        );
        _problems.AddRange(_setupEnv.Problems);
        _problems.AddRange(_files.SelectMany(file => file.Problems));
    }

    /// <summary>Names of the profiles, weakest first.</summary>
    public IReadOnlyList<string> Profiles { get; }

    public static IReadOnlyList<string> ProfilesIn(AbsolutePath root)
    {
        var folder = root / ".nuke";
        return folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "parameters.*.json")
                    .Select(file => Path.GetFileName(file)["parameters.".Length..^".json".Length])
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    public IEnumerable<Problem> Problems(IReadOnlyList<ParameterModel> parameters) =>
        _problems.Concat(_files.SelectMany(file => file.UnknownKeys(parameters)));

    /// <summary>Returns the strongest setting; null when only the build itself could know one.</summary>
    public Setting? Find(ParameterModel parameter)
    {
        if (_commandLine.Options.TryGetValue(parameter.Name, out var typed))
        {
            return typed;
        }

        foreach (var name in parameter.EnvironmentNames)
        {
            if (_variable(name) is { } value)
            {
                return FromText(
                    parameter,
                    new Setting(SourceKind.Environment, $"environment variable {name}", [value])
                );
            }
        }

        foreach (var name in parameter.EnvironmentNames)
        {
            if (_setupEnv.Find(name) is { } setting)
            {
                return FromText(parameter, setting);
            }
        }

        return _files
            .Select(file => file.Find(parameter))
            .FirstOrDefault(found => found is not null);
    }

    // A variable has one text for a whole list.
    private static Setting FromText(ParameterModel parameter, Setting setting) =>
        ValueSets.IsList(parameter.Type) && parameter.Separator is null
            ? setting with
            {
                Values = Split(setting.Values[0]),
            }
            : setting;

    private static string[] Split(string? text) =>
        (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private void AddProfile(AbsolutePath root, string profile)
    {
        var file = root / ".nuke" / $"parameters.{profile}.json";
        if (file.FileExists)
        {
            _files.Add(ParametersFile.Read(file, SourceKind.Profile));
            return;
        }

        var known = ProfilesIn(root);
        _problems.Add(
            new Problem(Severity.Error, $"Profile '{profile}' does not exist.")
            {
                Exists = known.Count == 0 ? "no profiles" : string.Join(", ", known),
                Try = Suggestions.Closest(profile, known) ?? $"write {file}",
            }
        );
    }
}
