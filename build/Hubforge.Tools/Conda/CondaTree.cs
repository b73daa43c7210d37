using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Reads the tree that libmamba draws on standard error when a solve fails (without <c>--json</c> only).</summary>
internal static partial class CondaTree
{
    private const int Indent = 3;

    public static SolveFailure? Find(string[] lines)
    {
        var start = Array.FindIndex(lines, line => Title().IsMatch(line));
        if (start < 0)
        {
            return null;
        }

        var nodes = lines
            .Skip(start + 1)
            .Select(NodeOf)
            .TakeWhile(node => node is not null)
            .OfType<Node>()
            .ToList();
        return nodes.Count == 0 ? null : CondaVerdict.Of(Complaints(nodes));
    }

    private static List<CondaComplaint> Complaints(List<Node> nodes)
    {
        var complaints = new List<CondaComplaint>();
        var path = new Stack<Node>();
        for (var i = 0; i < nodes.Count; i++)
        {
            while (path.Count > 0 && path.Peek().Column >= nodes[i].Column)
            {
                path.Pop();
            }

            path.Push(nodes[i]);
            if (i + 1 == nodes.Count || nodes[i + 1].Column < nodes[i].Column + Indent)
            {
                complaints.Add(ComplaintOf(path));
            }
        }

        return complaints;
    }

    private static CondaComplaint ComplaintOf(Stack<Node> path)
    {
        var links = path.Reverse().Select(node => node.Requirement).ToList();
        // "python is installable with the potential options / python 3.10 would require" names one package twice.
        var chain = new RequirementChain([
            .. links.Where(
                (link, i) => i == 0 || link.Package != links[i - 1].Package || i + 1 == links.Count
            ),
        ]);
        var statement = path.Peek().Statement;
        return new CondaComplaint(
            chain with
            {
                Outcome = Outcome(statement),
            },
            TroubleOf(statement)
        );
    }

    private static CondaTrouble TroubleOf(string statement) =>
        statement switch
        {
            _ when statement.Contains("missing on the system", StringComparison.Ordinal) =>
                CondaTrouble.MissingOnSystem,
            _ when statement.Contains("does not exist", StringComparison.Ordinal) =>
                CondaTrouble.Missing,
            _ when statement.Contains("strict repo priority", StringComparison.Ordinal) =>
                CondaTrouble.Priority,
            _ when statement.Contains("can be installed", StringComparison.Ordinal) =>
                CondaTrouble.None,
            _ => CondaTrouble.Conflict,
        };

    private static string Outcome(string statement)
    {
        var text = Filler().Replace(statement, "").Trim(' ', ';', '.');
        return text.StartsWith("is not installable because it ", StringComparison.Ordinal)
            ? text["is not installable because it ".Length..]
            : text;
    }

    private static Node? NodeOf(string line)
    {
        var match = Branch().Match(line);
        return match.Success
            ? new Node(
                match.Groups["branch"].Index,
                CondaRequirement.Parse(match.Groups["requirement"].Value),
                match.Groups["statement"].Value
            )
            : null;
    }

    private sealed record Node(int Column, Requirement Requirement, string Statement);

    [GeneratedRegex(@"The following packages? (?:could not be installed|are incompatible)")]
    private static partial Regex Title();

    [GeneratedRegex(
        @"(?<branch>[├└])─ (?<requirement>.+?) *,? ?(?<statement>(?:which|is|does|would|but|can|cannot|for|with the potential|conflicts)\b.*)$"
    )]
    private static partial Regex Branch();

    [GeneratedRegex(@"^which |\(perhaps [^)]*\)|\(as previously explained\)")]
    private static partial Regex Filler();
}
