using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Tools.Sops;

/// <summary>Arguments of <c>sops edit</c>: opens the decrypted file in <c>EDITOR</c> and encrypts it again.</summary>
public sealed record SopsEdit(AbsolutePath File)
{
    /// <summary>sops' exit code when the editor left the file as it was.</summary>
    internal const int NotModified = 200;

    internal Command ToCommand() =>
        new Command("sops").With("edit", File.ToString()) with
        {
            Interactive = true,
            AcceptedExitCodes = [0, NotModified],
            WorkingDirectory = File.Parent,
        };
}
