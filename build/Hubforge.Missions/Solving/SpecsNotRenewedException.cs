using System.Globalization;
using Hubforge.Primitives;

namespace Hubforge.Missions.Solving;

/// <summary><c>update-requirements</c> of an environment failed; the specs are as they were.</summary>
public sealed class SpecsNotRenewedException(SolveOrder order, int exitCode, string output)
    : HubforgeException(
        new FailureText($"The specs of environment '{order.Environment.Name}' were not renewed.")
            .With("program", (order.Environment.Folder / "update-requirements").ToString())
            .With("version", order.CalVersion)
            .With("exit code", exitCode.ToString(CultureInfo.InvariantCulture))
            .With("output", string.Join('\n', output.Split('\n').TakeLast(20)))
            .Try(
                "check that the version exists and the network answers, or leave CAL_VERSION at none"
            )
    );
