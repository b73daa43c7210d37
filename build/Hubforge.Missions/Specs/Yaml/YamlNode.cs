namespace Hubforge.Missions.Specs.Yaml;

/// <summary>A value in a YAML file, with the line where it begins.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>What the node is, as a person calls it.</summary>
    public abstract string Kind { get; }
}
