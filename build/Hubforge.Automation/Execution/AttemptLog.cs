using System.Security.Cryptography;
using System.Text;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Remembers which nodes succeeded, so that <c>--continue</c> goes on where the last run of the same command line ended.</summary>
internal sealed class AttemptLog
{
    private readonly AbsolutePath _file;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _before = [];

    private AttemptLog(AbsolutePath file) => _file = file;

    /// <summary>Whether there was something to go on from, but of another command line.</summary>
    public bool Restarts { get; private init; }

    /// <param name="file">Made anew, unless it is continued.</param>
    /// <param name="args">The command line; <c>--continue</c> itself does not count.</param>
    /// <param name="continues">Whether to go on.</param>
    public static AttemptLog Open(AbsolutePath file, IReadOnlyList<string> args, bool continues)
    {
        var hash = Hash(args);
        var lines = continues && file.FileExists ? File.ReadAllLines(file) : [];
        var same = lines.Length > 0 && lines[0] == hash;
        var log = new AttemptLog(file) { Restarts = continues && lines.Length > 0 && !same };
        if (same)
        {
            log._before.UnionWith(lines[1..]);
        }
        else
        {
            File.WriteAllText(file, hash + "\n");
        }

        return log;
    }

    /// <summary>Says why a node is left out; null when it is not.</summary>
    public string? Find(TargetNode node) =>
        _before.Contains(node.Name) ? "succeeded in the last attempt" : null;

    public void Add(NodeRun run)
    {
        if (run.Status == NodeStatus.Succeeded)
        {
            lock (_lock)
            {
                File.AppendAllText(_file, run.Node.Name + "\n");
            }
        }
    }

    private static string Hash(IReadOnlyList<string> args)
    {
        var counted = args.Where(arg =>
            !(arg.StartsWith('-') && Binding.NameKey.Same(arg, "continue"))
        );
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', counted)))
        );
    }
}
