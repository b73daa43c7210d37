namespace Hubforge.Automation;

/// <summary>A value for a parameter, and where it comes from.</summary>
/// <param name="Source">Named in errors, such as <c>deployments/demo/mission.yml:3</c>.</param>
/// <param name="Values">One text, or several for a list.</param>
public sealed record ParameterSetting(string Source, IReadOnlyList<string> Values);
