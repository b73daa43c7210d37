using System.Globalization;
using Hubforge.Primitives;

namespace Hubforge.Missions.Graphs;

/// <summary>A program that reads or draws the graph failed in the container of the image.</summary>
public sealed class GraphNotDrawnException(
    GraphOrder order,
    string program,
    (int ExitCode, string Output) reply
)
    : HubforgeException(
        new FailureText(
            $"The graph of environment '{order.Environment.Name}' of mission '{order.Image.Mission.Name}' was not drawn."
        )
            .With("program", $"{program}, in a container of the mission's image")
            .With("exit code", reply.ExitCode.ToString(CultureInfo.InvariantCulture))
            .With("output", string.Join('\n', reply.Output.TrimEnd().Split('\n').TakeLast(20)))
            .Try(
                reply.ExitCode == NotFound
                    ? $"let the base image or a spec of the environment bring {program}"
                    : $"./build.sh Test --mission {order.Image.Mission.Name}, which tells whether the environment works"
            )
    )
{
    // What shells and env-run end with when there is no such program.
    private const int NotFound = 127;
}
