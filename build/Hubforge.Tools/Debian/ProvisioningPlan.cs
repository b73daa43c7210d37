using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.Tools.Debian;

/// <summary>What a machine lacks, and how to get it.</summary>
/// <param name="Missing">The programs that are not there.</param>
/// <param name="Commands">What to run, in order; empty when nothing is missing.</param>
public sealed record ProvisioningPlan(
    ImmutableArray<ProgramNeed> Missing,
    ImmutableArray<Command> Commands
)
{
    /// <summary>Returns the plan for this machine; it changes nothing.</summary>
    /// <param name="processes">Looks the programs up.</param>
    /// <param name="needs">What has to be there.</param>
    /// <param name="apt">Makes the commands.</param>
    public static ProvisioningPlan For(
        IProcessRunner processes,
        IEnumerable<ProgramNeed> needs,
        Apt apt
    )
    {
        var missing = needs
            .Where(need => processes.FindProgram(need.Program) is null)
            .ToImmutableArray();
        var packages = missing.Select(need => need.Package).Distinct().ToImmutableArray();
        return new ProvisioningPlan(
            missing,
            packages.IsEmpty
                ? []
                : [apt.UpdateCommand, apt.InstallCommand(new AptInstall(packages))]
        );
    }
}
