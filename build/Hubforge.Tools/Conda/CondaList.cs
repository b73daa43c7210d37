using Hubforge.Processes;

namespace Hubforge.Tools.Conda;

/// <summary>
/// Arguments of <c>list</c>. It runs the environment's python to find pip packages, and leaves them out silently when that python is broken.
/// </summary>
public sealed record CondaList(CondaTarget Target)
{
    /// <summary>Leaves pip packages out without running python; micromamba 1.x does not know the option.</summary>
    public bool NoPip { get; init; }

    internal Command ToCommand(string program) =>
        Target.AddTo(new Command(program).With("list", "--json").WithFlag("--no-pip", NoPip));
}
