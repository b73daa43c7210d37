using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>A command line in NUKE's grammar: targets first, then options, each with the texts up to the next one.</summary>
/// <param name="Targets">Positional targets in order.</param>
/// <param name="Options">Settings by the name of the parameter; a later option replaces an earlier one.</param>
/// <param name="Problems">Everything that is wrong with it.</param>
internal sealed record CommandLine(
    IReadOnlyList<string> Targets,
    IReadOnlyDictionary<string, Setting> Options,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>Returns whether the option was given, bare or with a true value.</summary>
    public bool Has(string name) =>
        Options.TryGetValue(name, out var setting)
        && (setting.Values.Count == 0 || BooleanWords.Parse(setting.Values[0]) != false);

    /// <summary>Returns the texts given to an option; null when it was not given.</summary>
    public IReadOnlyList<string>? Values(string name) =>
        Options.TryGetValue(name, out var setting) ? setting.Values : null;
}
