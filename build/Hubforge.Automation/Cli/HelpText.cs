using System.Text;
using Hubforge.Automation.Binding;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Cli;

/// <summary>The text of <c>--help</c>, in NUKE's layout.</summary>
internal static class HelpText
{
    private const int TargetWidth = 20;
    private const int OptionWidth = 16;
    private const int DescriptionWidth = 90;

    public static string Of(BuildModel model)
    {
        var text = new StringBuilder("Targets (with their direct dependencies):\n\n");
        var listed = model.Targets.Where(target => target.Listed).ToArray();
        var width = listed.Select(target => Title(target).Length).Append(TargetWidth).Max();
        foreach (var target in listed)
        {
            Append(text, target, width);
        }

        text.Append("\nParameters:\n");
        var options = model.Parameters.Where(parameter => parameter.Listed).ToArray();
        var optionWidth = options
            .Select(parameter => parameter.Option.Length)
            .Append(OptionWidth)
            .Max();
        foreach (
            var group in options
                .GroupBy(parameter => parameter.IsInherited)
                .OrderBy(group => group.Key)
        )
        {
            text.Append('\n');
            foreach (
                var parameter in group.OrderBy(
                    parameter => parameter.Option,
                    StringComparer.Ordinal
                )
            )
            {
                Append(text, parameter, optionWidth);
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Title(TargetModel target) =>
        target.IsDefault ? target.Name + " (default)" : target.Name;

    private static void Append(StringBuilder text, TargetModel target, int width)
    {
        text.Append("  ").Append(Title(target).PadRight(width));
        if (target.Dependencies.Count > 0)
        {
            text.Append(" -> ").AppendJoin(", ", target.Dependencies);
        }

        while (text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
        if (!string.IsNullOrWhiteSpace(target.Description))
        {
            text.Append("    ").Append(target.Description).Append('\n');
        }
    }

    private static void Append(StringBuilder text, ParameterModel parameter, int width)
    {
        var indent = new string(' ', width + 4);
        text.Append("  ").Append(parameter.Option.PadRight(width)).Append("  ");
        var column = 0;
        foreach (var word in Sentence(parameter.Description).Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > DescriptionWidth)
            {
                text.Append('\n').Append(indent);
                column = 0;
            }

            text.Append(column > 0 ? " " : "").Append(word);
            column += word.Length + (column > 0 ? 1 : 0);
        }

        text.Append('\n');
    }

    private static string Sentence(string? description) =>
        string.IsNullOrWhiteSpace(description) ? "<no description>"
        : description[^1] is '.' or '!' or '?' ? description
        : description + ".";
}
