using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>Checks the form of an environment marker (PEP 508), such as <c>python_version &gt;= "3.11"</c>.</summary>
internal sealed partial class MarkerSyntax
{
    private const int MaximumDepth = 50;

    private static readonly string[] _variables =
    [
        "python_version",
        "python_full_version",
        "os_name",
        "sys_platform",
        "platform_release",
        "platform_system",
        "platform_version",
        "platform_machine",
        "platform_python_implementation",
        "implementation_name",
        "implementation_version",
        "extra",
    ];

    private readonly List<string> _tokens;
    private int _next;

    private MarkerSyntax(List<string> tokens) => _tokens = tokens;

    private string? Current => _next < _tokens.Count ? _tokens[_next] : null;

    /// <summary>Returns when the marker is well formed.</summary>
    /// <exception cref="FormatException">It is not; the message says where.</exception>
    public static void Check(string marker)
    {
        var syntax = new MarkerSyntax(Tokenise(marker));
        syntax.ReadExpression(0);
        if (syntax.Current is { } left)
        {
            throw new FormatException($"'{left}' is not expected in the marker '{marker}'");
        }
    }

    private static List<string> Tokenise(string marker)
    {
        List<string> tokens = [];
        for (var at = 0; at < marker.Length; )
        {
            var match = TokenPattern().Match(marker, at);
            if (!match.Success)
            {
                throw new FormatException(
                    $"the marker '{marker}' cannot be read from '{marker[at..]}' on"
                );
            }

            if (match.Groups["token"].Success)
            {
                tokens.Add(WhiteSpace().Replace(match.Groups["token"].Value, " "));
            }

            at += match.Length;
        }

        return tokens;
    }

    private void ReadExpression(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new FormatException("the marker is nested too deeply");
        }

        ReadTerm(depth);
        while (Current is "and" or "or")
        {
            _next++;
            ReadTerm(depth);
        }
    }

    private void ReadTerm(int depth)
    {
        if (Current != "(")
        {
            ReadComparison();
            return;
        }

        _next++;
        ReadExpression(depth + 1);
        if (Current != ")")
        {
            throw new FormatException("a ')' is missing in the marker");
        }

        _next++;
    }

    private void ReadComparison()
    {
        ReadOperand();
        if (
            Current
            is not ("<=" or "<" or "!=" or "==" or "===" or ">=" or ">" or "~=" or "in" or "not in")
        )
        {
            throw new FormatException(
                $"a comparison is expected in the marker, not '{Current ?? "its end"}'"
            );
        }

        _next++;
        ReadOperand();
    }

    private void ReadOperand()
    {
        var operand = Current;
        if (operand is null || operand is "(" or ")" or "and" or "or")
        {
            throw new FormatException(
                $"a variable or a quoted text is expected in the marker, not '{operand ?? "its end"}'"
            );
        }

        if (operand[0] is not ('"' or '\'') && !_variables.Contains(operand))
        {
            var closest = Suggestions.Closest(operand, _variables);
            throw new FormatException(
                $"the marker compares '{operand}', which is no variable"
                    + (closest is null ? " (texts are quoted)" : $"; did you mean '{closest}'?")
            );
        }

        _next++;
    }

    [GeneratedRegex(
        """\G(\s+|(?<token>"[^"]*"|'[^']*'|<=|>=|===|==|!=|~=|<|>|\(|\)|not\s+in\b|[A-Za-z_][A-Za-z0-9_.]*))"""
    )]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
