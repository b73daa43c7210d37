namespace Hubforge.Missions.Specs.Yaml;

/// <summary>A single value; <paramref name="Quoted"/> tells <c>"1"</c> from <c>1</c>.</summary>
internal sealed record YamlScalar(int Line, string Value, bool Quoted) : YamlNode(Line)
{
    public override string Kind => IsNull ? "nothing" : "a single value";

    /// <summary>Whether nothing was written.</summary>
    public bool IsNull => !Quoted && Value is "" or "~" or "null" or "Null" or "NULL";
}
