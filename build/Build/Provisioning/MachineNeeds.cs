namespace Hubforge.Build.Provisioning;

/// <summary>What a machine lacks.</summary>
/// <param name="Tools">Programs that are not there.</param>
/// <param name="NoEngine">Why no Docker engine answers; null when one does.</param>
/// <param name="NoBuilder">Why no docker program can build with BuildKit; null when one can, or when that was not asked.</param>
internal sealed record MachineNeeds(
    IReadOnlyList<MachineTool> Tools,
    string? NoEngine,
    string? NoBuilder
)
{
    public bool IsEmpty => Tools.Count == 0 && NoEngine is null && NoBuilder is null;

    /// <summary>Returns one entry for each thing that is missing, for a person.</summary>
    public IReadOnlyList<string> Describe()
    {
        var entries = Tools
            .Select(tool =>
                $"{tool.Program} (Debian package {tool.DebianPackage}), which {tool.Purpose}"
            )
            .ToList();
        if (NoEngine is not null)
        {
            entries.Add($"a running Docker engine (Debian package docker.io)\n{NoEngine}");
        }

        if (NoBuilder is not null)
        {
            entries.Add($"a docker program with BuildKit (Debian package docker.io)\n{NoBuilder}");
        }

        return entries;
    }
}
