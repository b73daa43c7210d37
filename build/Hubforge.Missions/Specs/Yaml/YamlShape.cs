using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Yaml;

/// <summary>Reads values of expected shapes out of a mapping and reports those that have another.</summary>
internal sealed class YamlShape(SourceText source, ProblemList problems)
{
    /// <summary>Reports keys that are not among <paramref name="known"/>.</summary>
    public void RequireKnownKeys(YamlMap map, string where, params string[] known)
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key.Value)))
        {
            var closest = Suggestions.Closest(entry.Key.Value, known);
            problems.Error(
                source.At(entry.Key.Line),
                $"unknown key '{entry.Key.Value}' {where}",
                closest is null ? "remove the key" : $"did you mean '{closest}'?",
                string.Join(", ", known)
            );
        }
    }

    /// <summary>Returns a text; null when the key is absent or holds something else.</summary>
    public YamlScalar? FindText(YamlMap map, string key)
    {
        switch (map.Find(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case var other:
                problems.Error(
                    source.At(other.Line),
                    $"'{key}' must be a single value, it is {other.Kind}",
                    $"write: {key}: VALUE"
                );
                return null;
        }
    }

    /// <summary>Returns a mapping; null when the key is absent or holds something else.</summary>
    public YamlMap? FindMap(YamlMap map, string key)
    {
        switch (map.Find(key))
        {
            case null:
                return null;
            case YamlMap value:
                return value;
            case var other:
                problems.Error(
                    source.At(other.Line),
                    $"'{key}' must be a mapping, it is {other.Kind}",
                    $"put keys below '{key}:', indented by two spaces"
                );
                return null;
        }
    }

    /// <summary>Returns a list of single values; a lone value counts as a list of one.</summary>
    public IReadOnlyList<YamlScalar> ListTexts(YamlMap map, string key)
    {
        switch (map.Find(key))
        {
            case null:
                return [];
            case YamlScalar scalar:
                return [scalar];
            case YamlList list:
                return [.. list.Items.Select(item => RequireText(item, key)).OfType<YamlScalar>()];
            case var other:
                problems.Error(
                    source.At(other.Line),
                    $"'{key}' must be a list, it is {other.Kind}",
                    $"write the values of '{key}' one a line, each after '- '"
                );
                return [];
        }
    }

    /// <summary>Returns a whole number within bounds; null when the key is absent or its value is another.</summary>
    public int? FindNumber(YamlMap map, string key, int minimum, int maximum)
    {
        if (FindText(map, key) is not { } scalar)
        {
            return null;
        }

        if (
            int.TryParse(scalar.Value, System.Globalization.CultureInfo.InvariantCulture, out var n)
            && n >= minimum
            && n <= maximum
        )
        {
            return n;
        }

        problems.Error(
            source.At(scalar.Line),
            $"'{key}' must be a whole number from {minimum} to {maximum}, it is '{scalar.Value}'",
            $"write for example: {key}: {minimum}"
        );
        return null;
    }

    private YamlScalar? RequireText(YamlNode item, string key)
    {
        if (item is YamlScalar { IsNull: false } scalar)
        {
            return scalar;
        }

        problems.Error(
            source.At(item.Line),
            $"'{key}' lists single values, this is {item.Kind}",
            "write one value after '- '"
        );
        return null;
    }
}
