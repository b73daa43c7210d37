using Hubforge.Automation.Binding;

namespace Hubforge.Automation.Planning;

/// <summary>Everything that a build class declares.</summary>
/// <param name="Targets">All targets in order of declaration.</param>
/// <param name="Parameters">All parameters, those of the build class first.</param>
internal sealed record BuildModel(
    IReadOnlyList<TargetModel> Targets,
    IReadOnlyList<ParameterModel> Parameters
)
{
    /// <summary>Returns the target of that name, whatever its case and dashes; null when there is none.</summary>
    public TargetModel? FindTarget(string name) =>
        Targets.FirstOrDefault(target => NameKey.Same(target.Name, name));

    /// <summary>Returns the parameter of that name, whatever its case and dashes; null when there is none.</summary>
    public ParameterModel? FindParameter(string name) =>
        Parameters.FirstOrDefault(parameter => NameKey.Same(parameter.Name, name));
}
