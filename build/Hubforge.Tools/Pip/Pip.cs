using Hubforge.Processes;
using Hubforge.Tools.Replies;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>The pip of one Python.</summary>
/// <param name="processes">Starts the program.</param>
/// <param name="python">The Python whose environment is meant: a name on <c>PATH</c> or a path.</param>
public sealed class Pip(IProcessRunner processes, string python)
{
    /// <summary>Returns the versions that pip would install.</summary>
    /// <exception cref="SolveFailedException">There is no solution; the message says who asks for what.</exception>
    public async Task<PipReport> SolveAsync(
        PipSolve request,
        CancellationToken cancellationToken
    ) =>
        Reply.Get(
            "pip install --dry-run",
            (await RunAsync(request.AddTo(Base()), cancellationToken)).Output,
            PipJson.Default.PipReport
        );

    /// <summary>Installs a lock, verifying each file's hash.</summary>
    /// <exception cref="SolveFailedException">A file has another hash, or is not to be had.</exception>
    public Task InstallAsync(PipInstallLocked request, CancellationToken cancellationToken) =>
        RunAsync(request.AddTo(Base()), cancellationToken);

    /// <summary>Returns the installed packages.</summary>
    public async Task<IReadOnlyList<PipInstalled>> ListAsync(CancellationToken cancellationToken) =>
        Reply.Get(
            "pip list",
            await processes.ReadAsync(Base().With("list", "--format", "json"), cancellationToken),
            PipJson.Default.ListPipInstalled
        );

    /// <summary>Returns the lines of <c>pip freeze</c>: <c>name==version</c>, or <c>name @ address</c> for what has no version of an index.</summary>
    public async Task<IReadOnlyList<string>> FreezeAsync(CancellationToken cancellationToken)
    {
        var result = await processes.RunAsync(Base().With("freeze"), null, cancellationToken);
        return [.. result.OutputLines.Where(line => line.Length > 0)];
    }

    /// <summary>Returns every requirement of an installed package that is not met (<c>pip check</c>).</summary>
    public async Task<IReadOnlyList<BrokenRequirement>> CheckAsync(
        CancellationToken cancellationToken
    )
    {
        var command = Base().With("check") with { AcceptedExitCodes = [0, 1] };
        var result = await processes.RunAsync(command, null, cancellationToken);
        return [.. result.OutputLines.Select(BrokenRequirement.Find).OfType<BrokenRequirement>()];
    }

    private Command Base() =>
        new Command(python).With("-m", "pip", "--disable-pip-version-check", "--no-input");

    private async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        try
        {
            return await processes.RunAsync(command, null, cancellationToken);
        }
        catch (CommandFailedException failure)
        {
            var log = $"{failure.Result.Output}\n{failure.Result.Error}";
            throw new SolveFailedException(python, PipFailure.Parse(log));
        }
    }
}
