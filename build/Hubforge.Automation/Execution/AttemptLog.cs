using System.Security.Cryptography;
using System.Text;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Remembers which nodes of a run that did not go through succeeded, so that <c>--continue</c> goes on from there.</summary>
/// <param name="file">Holds a digest of the command line, because that may hold secrets, and the names of the nodes.</param>
/// <param name="args">The command line; <c>--continue</c> itself does not count.</param>
internal sealed class AttemptLog(AbsolutePath file, IReadOnlyList<string> args)
{
    private readonly HashSet<string> _before = [];

    /// <summary>Takes up the last attempt; false when it had another command line.</summary>
    public bool TryContinue()
    {
        if (!file.FileExists)
        {
            return true;
        }

        var lines = File.ReadAllLines(file);
        if (lines.Length == 0 || lines[0] != Digest())
        {
            return false;
        }

        _before.UnionWith(lines[1..]);
        return true;
    }

    /// <summary>Says why a node is left out; null when it is not.</summary>
    public string? Find(TargetNode node) =>
        _before.Contains(node.Name) ? "succeeded in the last attempt" : null;

    /// <summary>Keeps what succeeded, or forgets everything after a run that went through.</summary>
    public void Save(RunRecord run)
    {
        if (run.ExitCode == 0)
        {
            File.Delete(file);
            return;
        }

        _before.UnionWith(
            run.Nodes.Where(node => node.Status == NodeStatus.Succeeded).Select(node => node.Name)
        );
        AtomicFile.WriteText(file, string.Join('\n', _before.Prepend(Digest())) + "\n");
    }

    private string Digest()
    {
        var counted = args.Where(arg =>
            !(arg.StartsWith('-') && Binding.NameKey.Same(arg, "continue"))
        );
        var bytes = Encoding.UTF8.GetBytes(string.Join('\0', counted));
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
