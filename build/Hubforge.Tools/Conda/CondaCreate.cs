using Hubforge.Processes;

namespace Hubforge.Tools.Conda;

/// <summary>Arguments of <c>create</c>. An environment that is there already is replaced.</summary>
public sealed record CondaCreate(CondaTarget Target, CondaSolve Solve) : ICondaChange
{
    string ICondaChange.Verb => "create";

    Command ICondaChange.AddTo(Command command) => Solve.AddTo(Target.AddTo(command));
}
