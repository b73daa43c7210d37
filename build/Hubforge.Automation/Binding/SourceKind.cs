namespace Hubforge.Automation.Binding;

/// <summary>Kinds of sources, strongest first.</summary>
internal enum SourceKind
{
    CommandLine,
    Environment,
    SetupEnv,
    Profile,
    ParametersFile,
    Build,
    Prompt,
}
