namespace Hubforge.Automation.Binding;

/// <summary>The parameters that every build has.</summary>
internal static class EngineParameters
{
    public static IReadOnlyList<ParameterModel> All { get; } =
    [
        Of(
            "Continue",
            typeof(bool),
            "Leaves out what succeeded in the last run of the same command line"
        ),
        Of("Completion", typeof(string), "Prints the completion script for a shell") with
        {
            ValueSet = () => ["bash", "zsh", "fish", "powershell"],
            Listed = false,
        },
        Of(
            "Describe",
            typeof(bool),
            "Prints targets, parameters and what else the build has, for tools (JSON)"
        ),
        Of("Force", typeof(bool), "Runs targets although they are up to date"),
        Of(
            "Format",
            typeof(string),
            "Format of --plan: text, json or html; --describe has json alone"
        ) with
        {
            ValueSet = () => ["text", "json", "html"],
            Listed = false,
        },
        Of("Help", typeof(bool), "Shows this help"),
        Of("Host", typeof(string), "Host to write for instead of the one found") with
        {
            ValueSet = () => Hosts.KnownHosts.Names,
        },
        Of(
            "Jobs",
            typeof(int),
            "How many targets run side by side (default: one for each processor)"
        ),
        Of("NoLogo", typeof(bool), "Leaves out the name and version of the engine"),
        Of("Partition", typeof(Partition), "Part of the work that this run does, such as 2/3") with
        {
            Listed = false,
        },
        Of(
            "Plan",
            typeof(string),
            "Shows what would run and why, and runs nothing: text (default), json or html"
        ) with
        {
            ValueSet = () => ["text", "json", "html"],
            BareValue = "text",
        },
        Of(
            "Profile",
            typeof(string[]),
            "Profiles to load: .nuke/parameters.<profile>.json, the last one wins"
        ),
        Of(
            "Root",
            typeof(Primitives.AbsolutePath),
            "Folder of the project instead of the one found by its .nuke"
        ) with
        {
            BareValue = ".",
        },
        Of(
            "Secrets",
            typeof(string[]),
            "Lists the secret parameters, or asks for those named and writes them encrypted to a parameters file"
        ),
        Of(
            "Skip",
            typeof(string[]),
            "Targets to skip; all that were not asked for when none is named"
        ),
        Of("Target", typeof(string[]), "Targets to run; the default target when none is named"),
        Of(
            "Verbosity",
            typeof(Verbosity),
            "How much is shown: Quiet, Minimal, Normal or Verbose"
        ) with
        {
            ValueSet = () => Enum.GetNames<Verbosity>(),
        },
        Of(
            "Why",
            typeof(string),
            "Explains what a target would do and which of its inputs changed, and runs nothing"
        ),
    ];

    /// <summary>Options that only make sense as typed, never from a file or variable.</summary>
    public static bool IsTypedOnly(string name) =>
        name
            is "Completion"
                or "Continue"
                or "Describe"
                or "Format"
                or "Help"
                or "Plan"
                or "Root"
                or "Secrets"
                or "Why";

    private static ParameterModel Of(string name, Type type, string description)
    {
        var dashed = DashedName.Of(name);
        return new()
        {
            Name = name,
            DashedName = dashed,
            Type = type,
            Description = description,
            IsInherited = true,
            EnvironmentNames = IsTypedOnly(name) ? [] : ParameterReader.VariableNames(dashed, null),
        };
    }
}
