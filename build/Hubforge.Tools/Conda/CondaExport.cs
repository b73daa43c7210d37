using Hubforge.Processes;

namespace Hubforge.Tools.Conda;

/// <summary>Arguments of <c>env export</c>.</summary>
public sealed record CondaExport(CondaTarget Target)
{
    /// <summary>Leaves builds out: <c>name=version</c>.</summary>
    public bool NoBuild { get; init; }

    internal Command ToCommand(string program) =>
        Target.AddTo(new Command(program).With("env", "export").WithFlag("--no-build", NoBuild));

    /// <summary>Returns the command for an explicit file, which leaves pip packages out. <c>list --explicit</c> gives no usable one.</summary>
    internal Command ToExplicitCommand(string program) =>
        Target.AddTo(new Command(program).With("env", "export", "--explicit"));
}
