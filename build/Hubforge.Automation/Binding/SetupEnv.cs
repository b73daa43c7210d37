using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>
/// Reads a <c>setup-env</c> file: <c>export KEY=value</c> lines with comments, quotes and <c>${OTHER}</c> references. It is never executed.
/// </summary>
internal sealed class SetupEnv
{
    private readonly AbsolutePath _file;
    private readonly Func<string, string?> _variable;
    private readonly Dictionary<string, Setting> _values = [];
    private readonly List<Problem> _problems = [];

    private SetupEnv(AbsolutePath file, Func<string, string?> variable)
    {
        _file = file;
        _variable = variable;
    }

    public IReadOnlyList<Problem> Problems => _problems;

    /// <param name="file">Need not exist.</param>
    /// <param name="variable">Answers references to what the file does not set.</param>
    public static SetupEnv Read(AbsolutePath file, Func<string, string?> variable)
    {
        var result = new SetupEnv(file, variable);
        if (file.FileExists)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                result.ReadLine(line.Trim(), ++number);
            }
        }

        return result;
    }

    public Setting? Find(string key) => _values.GetValueOrDefault(key);

    private void ReadLine(string line, int number)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var assignment = line.StartsWith("export ", StringComparison.Ordinal)
            ? line[7..].TrimStart()
            : line;
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (
            equals <= 0
            || !assignment[..equals]
                .All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        )
        {
            Complain($"'{line}' is not of the form export KEY=value", number);
            return;
        }

        if (ReadValue(assignment[(equals + 1)..]) is { } value)
        {
            var key = assignment[..equals];
            var source = $"{_file.Name}:{number} ({key})";
            _values[key] = new Setting(SourceKind.SetupEnv, source, [value]);
        }
        else
        {
            Complain("a quote is not closed", number);
        }
    }

    private void Complain(string message, int line) =>
        _problems.Add(
            new Problem(Severity.Error, message + ".")
            {
                File = _file,
                Line = line,
                Try = "compare with setup-env.template",
            }
        );

    private string? ReadValue(string text)
    {
        var value = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quote != '\0' ? letter == quote : letter is '"' or '\'')
            {
                quote = quote == '\0' ? letter : '\0';
            }
            else if (letter == '\\' && quote != '\'' && i + 1 < text.Length)
            {
                value.Append(text[++i]);
            }
            else if (letter == '$' && quote != '\'')
            {
                i = AppendReference(text, i, value);
            }
            else if (quote == '\0' && (char.IsWhiteSpace(letter) || letter is ';'))
            {
                break;
            }
            else
            {
                value.Append(letter);
            }
        }

        return quote == '\0' ? value.ToString() : null;
    }

    private int AppendReference(string text, int at, StringBuilder value)
    {
        var braced = at + 1 < text.Length && text[at + 1] == '{';
        var start = at + (braced ? 2 : 1);
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        var name = text[start..end];
        if (name.Length == 0 || (braced && (end == text.Length || text[end] != '}')))
        {
            value.Append('$');
            return at;
        }

        value.Append(_values.TryGetValue(name, out var known) ? known.Values[0] : _variable(name));
        return braced ? end : end - 1;
    }
}
