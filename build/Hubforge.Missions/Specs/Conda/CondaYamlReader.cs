using Hubforge.Missions.Specs.Pip;
using Hubforge.Missions.Specs.Yaml;

namespace Hubforge.Missions.Specs.Conda;

/// <summary>Reads a conda environment spec (<c>name</c>, <c>channels</c>, <c>dependencies</c>).</summary>
internal sealed class CondaYamlReader(SourceText source, ProblemList problems)
{
    private readonly YamlShape _shape = new(source, problems);
    private readonly List<PackageRequest> _requests = [];

    /// <summary>Returns what the spec asks for.</summary>
    /// <param name="expectedName">The name that the spec should have; null when it does not matter.</param>
    public IReadOnlyList<PackageRequest> Read(string? expectedName)
    {
        var hadErrors = problems.HasErrors;
        var root = new YamlReader(source, problems).Read();
        if (root is YamlMap map)
        {
            ReadMap(map, expectedName);
        }
        else if (root is not null || !problems.HasErrors || hadErrors)
        {
            problems.Error(
                source.At(root?.Line ?? 1),
                $"a conda spec is a mapping with 'dependencies', this is {root?.Kind ?? "empty"}",
                "begin with: dependencies:"
            );
        }

        return _requests;
    }

    private void ReadMap(YamlMap map, string? expectedName)
    {
        _shape.RequireKnownKeys(
            map,
            "in a conda spec",
            "name",
            "channels",
            "dependencies",
            "variables",
            "platforms",
            "prefix"
        );
        CheckName(map, expectedName);
        foreach (var channel in _shape.ListTexts(map, "channels"))
        {
            CheckChannel(channel);
        }

        if (map.Find("prefix") is { } prefix)
        {
            problems.Warn(
                source.At(prefix.Line),
                "'prefix' is a path on somebody's machine and is ignored",
                "remove the line"
            );
        }

        ReadDependencies(map);
    }

    private void CheckChannel(YamlScalar channel)
    {
        if (channel.Value.Any(char.IsWhiteSpace) || channel.Value.StartsWith('-'))
        {
            problems.Error(
                source.At(channel.Line),
                $"'{channel.Value}' is not a channel",
                "name a channel such as conda-forge, or give its address"
            );
        }
    }

    private void CheckName(YamlMap map, string? expectedName)
    {
        if (
            expectedName is not null
            && _shape.FindText(map, "name") is { } name
            && name.Value != expectedName
        )
        {
            problems.Warn(
                source.At(name.Line),
                $"the name '{name.Value}' is not that of the folder, '{expectedName}', and is ignored",
                $"write: name: {expectedName}"
            );
        }
    }

    private void ReadDependencies(YamlMap map)
    {
        switch (map.Find("dependencies"))
        {
            case null:
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    ReadDependency(item);
                }

                break;
            case var other:
                problems.Error(
                    source.At(other.Line),
                    $"'dependencies' must be a list, it is {other.Kind}",
                    "write the packages one a line, each after '- '"
                );
                break;
        }
    }

    private void ReadDependency(YamlNode item)
    {
        switch (item)
        {
            case YamlScalar { IsNull: false } scalar:
                AddMatchSpec(new ListLine(source.At(scalar.Line), scalar.Value.Trim()));
                break;
            case YamlMap map when map.Entries is [{ Key.Value: "pip" } entry]:
                ReadPip(entry);
                break;
            case YamlMap map when map.Entries.All(entry => IsSelector(entry.Key.Value)):
                foreach (var value in map.Entries.Select(entry => entry.Value).OfType<YamlScalar>())
                {
                    AddMatchSpec(new ListLine(source.At(value.Line), value.Value.Trim()));
                }

                break;
            default:
                problems.Error(
                    source.At(item.Line),
                    $"a dependency is a match spec or 'pip:' with a list, this is {item.Kind}",
                    "write for example: - numpy>=1.26"
                );
                break;
        }
    }

    private static bool IsSelector(string key) =>
        key.StartsWith("sel(", StringComparison.Ordinal) && key.EndsWith(')');

    private void ReadPip(YamlEntry entry)
    {
        if (entry.Value is not YamlList list)
        {
            problems.Error(
                source.At(entry.Value.Line),
                $"'pip' must be a list, it is {entry.Value.Kind}",
                "write the requirements one a line below '- pip:', each after '- '"
            );
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is YamlScalar { IsNull: false } scalar)
            {
                var line = new ListLine(source.At(scalar.Line), scalar.Value.Trim());
                _requests.AddRange(PipRequests.From(PipListReader.Parse(line, problems), false));
            }
            else
            {
                problems.Error(
                    source.At(item.Line),
                    $"'pip' lists requirements, this is {item.Kind}",
                    "write one requirement after '- '; quote it if it holds ': '"
                );
            }
        }
    }

    private void AddMatchSpec(ListLine line)
    {
        if (CondaListReader.Parse(line, problems) is { } request)
        {
            _requests.Add(request);
        }
    }
}
