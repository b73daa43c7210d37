namespace Hubforge.Missions.Specs.Yaml;

/// <summary>A mapping, in the order of the file.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line)
{
    public override string Kind => "a mapping";

    /// <summary>Returns the value of <paramref name="key"/>; null when it is not there or nothing was written for it.</summary>
    public YamlNode? Find(string key) =>
        Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value switch
        {
            YamlScalar { IsNull: true } => null,
            var value => value,
        };
}
