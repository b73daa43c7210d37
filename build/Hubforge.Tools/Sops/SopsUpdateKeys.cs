using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Tools.Sops;

/// <summary>Arguments of <c>sops updatekeys</c>: encrypts the file for the keys that <c>.sops.yaml</c> names now. It takes one file.</summary>
public sealed record SopsUpdateKeys(AbsolutePath File)
{
    internal Command ToCommand() =>
        new Command("sops").With("updatekeys", "--yes", File.ToString()) with
        {
            WorkingDirectory = File.Parent,
        };
}
