namespace Hubforge.Containers.Building;

/// <summary>One step of a build while it is watched.</summary>
internal sealed class BuildStep(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether it is an instruction of the Dockerfile (<c>[stage 2/5] RUN ...</c>) and not BuildKit's own housekeeping (<c>[internal] ...</c>).</summary>
    public bool IsInstruction { get; } =
        name.StartsWith('[') && !name.StartsWith("[internal]", StringComparison.Ordinal);

    public BuildStepState State { get; set; }

    public Queue<string> LastLines { get; } = new();
}
