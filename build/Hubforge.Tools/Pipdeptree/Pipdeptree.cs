using Hubforge.Processes;
using Hubforge.Tools.Graphs;

namespace Hubforge.Tools.Pipdeptree;

/// <summary>pipdeptree of one Python.</summary>
/// <param name="processes">Starts the program.</param>
/// <param name="python">The Python whose environment is meant.</param>
public sealed class Pipdeptree(IProcessRunner processes, string python)
{
    /// <summary>Returns what each installed package requires.</summary>
    public async Task<DependencyGraph> GetGraphAsync(CancellationToken cancellationToken) =>
        PipdeptreeGraph.Parse(
            await processes.ReadAsync(
                new Command(python).With("-m", "pipdeptree", "--json", "--warn", "silence"),
                cancellationToken
            )
        );
}
