using Hubforge.Processes;
using Hubforge.Tools.Replies;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>mamba, micromamba or conda.</summary>
/// <param name="processes">Starts the program.</param>
/// <param name="program">Its name or path; <c>run</c> works only when it is called micromamba, mamba or conda.</param>
public sealed class Conda(IProcessRunner processes, string program)
{
    /// <summary>Returns what <see cref="ApplyAsync"/> would do and changes nothing (<c>--dry-run</c>).</summary>
    /// <exception cref="SolveFailedException">There is no solution; the message says who asks for what.</exception>
    public Task<CondaTransaction> SolveAsync(
        ICondaChange request,
        CancellationToken cancellationToken
    ) => ChangeAsync(request, dryRun: true, cancellationToken);

    /// <summary>Makes or changes the environment. It is solved first, because <c>create</c> deletes what was there before it solves.</summary>
    /// <exception cref="SolveFailedException">There is no solution, or installing it failed.</exception>
    public async Task<CondaTransaction> ApplyAsync(
        ICondaChange request,
        CancellationToken cancellationToken
    )
    {
        await ChangeAsync(request, dryRun: true, cancellationToken);
        return await ChangeAsync(request, dryRun: false, cancellationToken);
    }

    /// <summary>Returns the installed packages, those of pip too.</summary>
    public async Task<IReadOnlyList<CondaPackage>> ListAsync(
        CondaList request,
        CancellationToken cancellationToken
    ) =>
        Reply.Get(
            $"{program} list",
            await ReadAsync(request.ToCommand(program), cancellationToken),
            CondaJson.Default.ListCondaPackage
        );

    /// <summary>Returns the environment as a yml describes it, or null when it is not there.</summary>
    public async Task<CondaExportedEnvironment?> FindExportAsync(
        CondaExport request,
        CancellationToken cancellationToken
    ) => CondaExportReader.Find(await ReadAsync(request.ToCommand(program), cancellationToken));

    /// <summary>Returns the environment's conda packages as an explicit file with their hashes.</summary>
    public async Task<ExplicitFile> GetExplicitAsync(
        CondaExport request,
        CancellationToken cancellationToken
    ) => ExplicitFile.Parse(await ReadAsync(request.ToExplicitCommand(program), cancellationToken));

    /// <summary>Returns the packages that fit a spec (<c>search</c>); none when nothing fits.</summary>
    public Task<CondaQueryResult> SearchAsync(
        CondaQuery request,
        CancellationToken cancellationToken
    ) => QueryAsync(request.ToCommand(program, "search"), cancellationToken);

    /// <summary>Returns the package and everything it depends on.</summary>
    public Task<CondaQueryResult> DependsAsync(
        CondaQuery request,
        CancellationToken cancellationToken
    ) => QueryAsync(request.ToCommand(program, "repoquery", "depends"), cancellationToken);

    /// <summary>Returns the packages that depend on one.</summary>
    public Task<CondaQueryResult> WhoNeedsAsync(
        CondaQuery request,
        CancellationToken cancellationToken
    ) => QueryAsync(request.ToCommand(program, "repoquery", "whoneeds"), cancellationToken);

    /// <summary>Returns the folders of all environments, the root's first.</summary>
    public async Task<IReadOnlyList<string>> ListEnvironmentsAsync(
        CancellationToken cancellationToken
    ) =>
        Reply
            .Get(
                $"{program} env list",
                await ReadAsync(
                    new Command(program).With("env", "list", "--json"),
                    cancellationToken
                ),
                CondaJson.Default.CondaEnvironments
            )
            .Envs;

    /// <summary>Returns version, platform and folders (mamba and micromamba).</summary>
    public async Task<CondaInformation> GetInformationAsync(CancellationToken cancellationToken) =>
        Reply.Get(
            $"{program} info",
            await ReadAsync(new Command(program).With("info", "--json"), cancellationToken),
            CondaJson.Default.CondaInformation
        );

    /// <summary>Runs a program in the environment and returns what it left behind.</summary>
    public Task<CommandResult> RunAsync(CondaRun request, CancellationToken cancellationToken) =>
        processes.RunAsync(request.ToCommand(program), null, cancellationToken);

    private async Task<CondaTransaction> ChangeAsync(
        ICondaChange request,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var command = request.ToCommand(program, dryRun, json: true);
        try
        {
            var result = await processes.RunAsync(command, null, cancellationToken);
            return Reply.Get(command.ToString(), result.Output, CondaJson.Default.CondaTransaction);
        }
        catch (CommandFailedException failure)
        {
            var reply = CondaJson.FindTransaction(failure.Result.Output);
            var log = reply is { SolverProblems.Count: > 0 }
                ? await ReadableAsync(request, cancellationToken) ?? LogOf(failure.Result)
                : LogOf(failure.Result);
            throw new SolveFailedException(request.Target.ToString(), CondaFailure.Parse(log));
        }
    }

    // The tree of who asks for what is printed only without --json.
    private async Task<string?> ReadableAsync(
        ICondaChange request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await processes.RunAsync(
                request.ToCommand(program, dryRun: true, json: false),
                null,
                cancellationToken
            );
            return null;
        }
        catch (CommandFailedException failure)
        {
            return LogOf(failure.Result);
        }
    }

    private static string LogOf(CommandResult result) => $"{result.Output}\n{result.Error}";

    private async Task<CondaQueryResult> QueryAsync(
        Command command,
        CancellationToken cancellationToken
    ) =>
        Reply
            .Get(
                command.ToString(),
                await ReadAsync(command, cancellationToken),
                CondaJson.Default.CondaQueryReply
            )
            .Result;

    private Task<string> ReadAsync(Command command, CancellationToken cancellationToken) =>
        processes.ReadAsync(command, cancellationToken);
}
