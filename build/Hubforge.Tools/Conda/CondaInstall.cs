using Hubforge.Processes;

namespace Hubforge.Tools.Conda;

/// <summary>Arguments of <c>install</c> into an environment that is there.</summary>
public sealed record CondaInstall(CondaTarget Target, CondaSolve Solve) : ICondaChange
{
    string ICondaChange.Verb => "install";

    Command ICondaChange.AddTo(Command command) => Solve.AddTo(Target.AddTo(command));
}
