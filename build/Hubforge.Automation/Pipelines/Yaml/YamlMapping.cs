using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>Keys with their nodes, written in the order in which they were added.</summary>
internal sealed record YamlMapping(ImmutableArray<KeyValuePair<string, YamlNode>> Entries)
    : YamlNode
{
    /// <summary>A mapping without keys.</summary>
    public static YamlMapping Empty { get; } = new([]);

    /// <summary>Makes a mapping of strings, in the order given.</summary>
    public static YamlMapping Of(IEnumerable<KeyValuePair<string, string>> entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Key, (YamlNode)entry.Value))]);

    /// <summary>Returns the mapping with one more key; null adds nothing.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public YamlMapping With(string key, YamlNode? value)
    {
        if (value is null)
        {
            return this;
        }

        return Entries.Any(entry => entry.Key == key)
            ? throw new ArgumentException($"the key '{key}' is there already", nameof(key))
            : new YamlMapping(Entries.Add(KeyValuePair.Create(key, value)));
    }

    /// <summary>Returns the mapping with one more list of strings; an empty list adds nothing.</summary>
    public YamlMapping WithList(string key, IEnumerable<string> values)
    {
        var items = YamlSequence.Of(values);
        return items.Items.IsEmpty ? this : With(key, items);
    }

    /// <summary>Returns the mapping with one more mapping; an empty one adds nothing.</summary>
    public YamlMapping WithMapping(string key, YamlMapping value) =>
        value.Entries.IsEmpty ? this : With(key, value);
}
