using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Tools.Sops;

/// <summary>sops, which keeps files of secrets encrypted in a repository. <c>.sops.yaml</c> is looked for from the file's folder upwards.</summary>
public sealed class Sops(IProcessRunner processes)
{
    /// <summary>Lets a person edit the file on the terminal; returns false when it was left as it was.</summary>
    public async Task<bool> EditAsync(SopsEdit request, CancellationToken cancellationToken)
    {
        var result = await processes.RunAsync(request.ToCommand(), null, cancellationToken);
        return result.ExitCode != SopsEdit.NotModified;
    }

    /// <summary>Returns the decrypted text.</summary>
    public async Task<Secret> DecryptAsync(
        SopsDecrypt request,
        CancellationToken cancellationToken
    ) => new(await processes.ReadAsync(request.ToCommand(), cancellationToken));

    /// <summary>Encrypts the file for the keys that its configuration names now.</summary>
    public Task UpdateKeysAsync(SopsUpdateKeys request, CancellationToken cancellationToken) =>
        processes.RunAsync(request.ToCommand(), null, cancellationToken);
}
