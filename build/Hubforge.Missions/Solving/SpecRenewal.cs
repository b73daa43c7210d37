using Hubforge.Containers.Running;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Specs.Checks;
using Hubforge.Primitives;

namespace Hubforge.Missions.Solving;

/// <summary>Lets an environment's <c>update-requirements</c> renew its specs for a <c>CAL_VERSION</c>. The specs change only when it succeeded and its result can be read.</summary>
internal sealed class SpecRenewal(SolveSandbox sandbox)
{
    private const string Script = """
        cd "/opt/environments/$1" || exit 1
        if [ -x ./update-requirements ]; then exec ./update-requirements "$CAL_VERSION"; fi
        """;

    /// <summary>Returns the order with the specs as they are afterwards.</summary>
    /// <exception cref="SpecsNotRenewedException">The program failed; nothing changed.</exception>
    public async Task<SolveOrder> RunAsync(
        SolveOrder order,
        string baseImage,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        if (order.Environment.Files.All(file => file.Kind != SpecKind.UpdateRequirements))
        {
            return order;
        }

        reporter.Write(
            Severity.Information,
            $"{order.Label}: renewing the specs for {order.CalVersion}."
        );
        var scratch = AbsolutePath.Parse(
            Directory.CreateTempSubdirectory("hubforge-renew-").FullName
        );
        try
        {
            await RunAsync(order, baseImage, (scratch, reporter), cancellationToken);
            var mission = order.Mission with
            {
                Environments =
                [
                    .. order.Mission.Environments.Select(one =>
                        EnvironmentSpec.Find(one.Folder) ?? one
                    ),
                ],
            };
            return order with
            {
                Image = order.Image with { Mission = mission },
                Environment = mission.GetEnvironment(order.Environment.Name),
            };
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task RunAsync(
        SolveOrder order,
        string baseImage,
        (AbsolutePath Folder, IReporter Reporter) scratch,
        CancellationToken cancellationToken
    )
    {
        var name = order.Environment.Name;
        var transcript = new SolveTranscript(order.Label, scratch.Reporter);
        var renewed = scratch.Folder / name;
        var result = await sandbox.RunAsync(
            new SandboxRun(order, baseImage, Script)
            {
                Outputs = [new ContainerCopy(renewed, $"{SolveSandbox.Environments}/{name}")],
            },
            transcript.Take,
            cancellationToken
        );
        if (result.ExitCode != 0)
        {
            throw new SpecsNotRenewedException(order, result.ExitCode, transcript.Text);
        }

        RequireReadable(order, renewed);
        await TakeOverAsync(order, renewed, cancellationToken);
    }

    // A server's error page saved as a spec would be caught here.
    private static void RequireReadable(SolveOrder order, AbsolutePath folder)
    {
        var problems = new ProblemList();
        if (EnvironmentSpec.Find(folder) is { } environment)
        {
            new ContradictionCheck(problems).Run(
                SpecReader.ReadAll(order.Mission, environment, problems)
            );
        }
        else
        {
            problems.Error(
                new Place(folder, 1),
                "update-requirements left no spec",
                "let it write the specs into its own folder"
            );
        }

        if (problems.HasErrors)
        {
            throw new InvalidSpecsException(
                $"The specs that update-requirements wrote for '{order.Environment.Name}' cannot be used; the old ones stay.",
                problems.ToSorted()
            );
        }
    }

    private static async Task TakeOverAsync(
        SolveOrder order,
        AbsolutePath renewed,
        CancellationToken cancellationToken
    )
    {
        foreach (var file in EnvironmentSpec.Find(renewed)!.Files.Where(file => file.IsSpec))
        {
            var text = await File.ReadAllTextAsync(file.Path, cancellationToken);
            var target = order.Environment.Folder / file.Path.Name;
            if (
                !target.FileExists
                || await File.ReadAllTextAsync(target, cancellationToken) != text
            )
            {
                await AtomicFile.WriteTextAsync(target, text, cancellationToken);
            }
        }
    }
}
