using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>A generated file that is not as it should be.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Committed">Its text; null when it is missing.</param>
/// <param name="Generated">What it should hold; null when no pipeline makes it any more.</param>
internal sealed record PipelineChange(AbsolutePath Path, string? Committed, string? Generated)
{
    /// <summary>What is wrong with it, in a few words.</summary>
    public string Verdict =>
        (Committed, Generated) switch
        {
            (null, _) => "is missing",
            (_, null) => "is left over from a pipeline that is gone",
            _ => "differs",
        };

    /// <summary>Makes the file what it should be.</summary>
    public Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (Generated is not null)
        {
            return AtomicFile.WriteTextAsync(Path, Generated, cancellationToken);
        }

        File.Delete(Path);
        return Task.CompletedTask;
    }
}
