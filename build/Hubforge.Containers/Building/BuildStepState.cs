namespace Hubforge.Containers.Building;

/// <summary>How far a step is.</summary>
internal enum BuildStepState
{
    Running,
    Done,
    Cached,
    Failed,
}
