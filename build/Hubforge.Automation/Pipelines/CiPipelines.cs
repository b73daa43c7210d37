using Hubforge.Automation.Binding;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>The pipelines of a build class without a run of it, for the tests of a project.</summary>
public static class CiPipelines
{
    /// <summary>Returns the files that <c>GenerateCi</c> writes, without touching any; parameters have their initial values.</summary>
    /// <exception cref="InvalidBuildException">Attributes name what does not exist.</exception>
    public static async Task<IReadOnlyList<GeneratedFile>> GenerateAsync<TBuild>(AbsolutePath root)
        where TBuild : HubforgeBuild, IGenerateCi, new()
    {
        // The session flows with the asynchronous context; from this method it does not reach the caller.
        await Task.Yield();
        var session = new BuildSession { Root = root };
        BuildSession.Current = session;
        var build = new TBuild();
        session.Model = new BuildModel(TargetReader.Read(build, []), ParameterReader.Read(build));
        return build.ListPipelineFiles();
    }

    /// <summary>Compares the files in the working tree, as <c>GenerateCi --check</c> does.</summary>
    /// <exception cref="StalePipelinesException">A file differs, is missing, or is left over.</exception>
    public static async Task CheckAsync<TBuild>(
        AbsolutePath root,
        CancellationToken cancellationToken
    )
        where TBuild : HubforgeBuild, IGenerateCi, new()
    {
        var files = await GenerateAsync<TBuild>(root);
        var changes = await new CommittedPipelines(root).FindChangesAsync(files, cancellationToken);
        if (changes.Count > 0)
        {
            throw new StalePipelinesException(changes, root);
        }
    }
}
