using Hubforge.Processes;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Uv;

/// <summary>uv, where it is installed.</summary>
public sealed class Uv(IProcessRunner processes)
{
    /// <summary>Whether uv is there.</summary>
    public bool IsInstalled => processes.FindProgram("uv") is not null;

    /// <summary>Solves requirements files and writes the lock.</summary>
    /// <exception cref="SolveFailedException">There is no solution; the message has uv's proof.</exception>
    public async Task CompileAsync(UvCompile request, CancellationToken cancellationToken)
    {
        try
        {
            await processes.RunAsync(request.ToCommand(), null, cancellationToken);
        }
        catch (CommandFailedException failure)
        {
            throw new SolveFailedException(
                request.OutputFile,
                UvFailure.Parse(failure.Result.Error)
            );
        }
    }
}
