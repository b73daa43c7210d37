using System.Globalization;
using System.Text;

namespace Hubforge.Automation.Reporting;

/// <summary>Renders message templates in Serilog's form: holes are filled in order, whatever their names.</summary>
internal static class MessageTemplate
{
    public static string Render(string template, object?[] values)
    {
        if (values.Length == 0 && !template.Contains("{{", StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template.Length + 32);
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var letter = template[i];
            if (letter is '{' or '}' && i + 1 < template.Length && template[i + 1] == letter)
            {
                text.Append(letter);
                i++;
                continue;
            }

            var end = letter == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0 || next >= values.Length)
            {
                text.Append(letter);
                continue;
            }

            text.Append(Format(values[next++], template.AsSpan(i + 1, end - i - 1)));
            i = end;
        }

        return text.ToString();
    }

    private static string Format(object? value, ReadOnlySpan<char> hole)
    {
        var colon = hole.IndexOf(':');
        var format = colon < 0 ? null : hole[(colon + 1)..].ToString();
        return value switch
        {
            null => "null",
            string text => text,
            IFormattable number => number.ToString(
                format is "l" or "j" or "r" ? null : format,
                CultureInfo.InvariantCulture
            ),
            System.Collections.IEnumerable list => string.Join(
                ", ",
                list.Cast<object?>().Select(item => Format(item, []))
            ),
            _ => value.ToString() ?? "",
        };
    }
}
