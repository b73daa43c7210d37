using System.Globalization;
using System.Reflection;
using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>Writes the files of the CI pipelines that the attributes of the build class describe.</summary>
public interface IGenerateCi : IHubforgeBuild
{
    /// <summary>Whether files are only compared.</summary>
    [Parameter(
        "Write nothing, and fail when a committed pipeline file differs from the build class"
    )]
    bool Check => TryGetValue<bool?>(() => Check) ?? false;

    /// <summary>Writes, or with <c>--check</c> compares, <c>.github/workflows</c>, <c>.gitlab-ci.yml</c> and <c>azure-pipelines.yml</c>.</summary>
    Target GenerateCi =>
        target =>
            target
                .Description(
                    "Writes the CI pipelines that the attributes of the build class describe"
                )
                .Executes(GenerateAsync);

    /// <summary>Same as <c>GenerateCi --check</c>, for targets that depend on it.</summary>
    Target CheckCi =>
        target =>
            target
                .Unlisted()
                .Description("Fails when a committed pipeline file differs from the build class")
                .Executes(CompareAsync);

    /// <summary>Returns the files as they should be, without touching any.</summary>
    /// <exception cref="InvalidBuildException">Attributes name what does not exist.</exception>
    sealed IReadOnlyList<GeneratedFile> ListPipelineFiles() =>
        new PipelineFiles(
            OutlineReader.Read(((HubforgeBuild)this).Model, this as IDiscoverMissions),
            [.. GetType().GetCustomAttributes<PipelineAttribute>()],
            [.. GetType().GetCustomAttributes<PipelineJobAttribute>()]
        ).Generate();

    private Task<IReadOnlyList<PipelineChange>> FindChangesAsync(
        CancellationToken cancellationToken
    ) =>
        new CommittedPipelines(RootDirectory).FindChangesAsync(
            ListPipelineFiles(),
            cancellationToken
        );

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var changes = await FindChangesAsync(cancellationToken);
        if (changes.Count > 0)
        {
            throw new StalePipelinesException(changes, RootDirectory);
        }
    }

    private async Task GenerateAsync(CancellationToken cancellationToken)
    {
        if (Check)
        {
            await CompareAsync(cancellationToken);
            return;
        }

        var changes = await FindChangesAsync(cancellationToken);
        foreach (var change in changes)
        {
            await change.ApplyAsync(cancellationToken);
            Reporter.Write(
                Severity.Information,
                $"{(change.Generated is null ? "deleted" : "wrote")} {change.Path.RelativeTo(RootDirectory)}"
            );
        }

        ReportSummary("changed", changes.Count.ToString(CultureInfo.InvariantCulture));
    }
}
