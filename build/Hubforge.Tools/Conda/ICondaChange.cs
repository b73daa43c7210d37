using Hubforge.Processes;

namespace Hubforge.Tools.Conda;

/// <summary>A request that changes an environment and answers with a <see cref="CondaTransaction"/>.</summary>
public interface ICondaChange
{
    /// <summary>The environment to change.</summary>
    CondaTarget Target { get; }

    internal string Verb { get; }

    internal Command AddTo(Command command);

    // Without -y an end of standard input counts as yes to one question and as no to another, and prompts stand before the JSON.
    internal Command ToCommand(string program, bool dryRun, bool json) =>
        AddTo(
            new Command(program)
                .With(Verb, "-y")
                .WithFlag("--json", json)
                .WithFlag("--dry-run", dryRun)
        );
}
