using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>Reads a command line. How many texts an option takes depends on its type, so the parameters must be known.</summary>
internal sealed class CommandLineParser(IReadOnlyList<ParameterModel> parameters)
{
    private readonly List<string> _targets = [];
    private readonly Dictionary<string, Setting> _options = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Problem> _problems = [];

    public CommandLine Parse(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; )
        {
            var token = args[i++];
            if (token == "--")
            {
                _targets.AddRange(args.Skip(i).SelectMany(SplitTargets));
                break;
            }

            if (!IsOption(token))
            {
                _targets.AddRange(SplitTargets(token));
                continue;
            }

            var equals = token.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? token : token[..equals];
            var inline = equals < 0 ? null : token[(equals + 1)..];
            if (FindParameter(name) is not { } parameter)
            {
                _problems.Add(Unknown(name));
                i = SkipValues(args, i);
                continue;
            }

            string[] values = inline is null ? [.. Take(parameter, args, i)] : [inline];
            i += inline is null ? values.Length : 0;
            if (values.Length == 0 && parameter.BareValue is { } bare)
            {
                values = [bare];
            }

            _options[parameter.Name] = new Setting(
                SourceKind.CommandLine,
                parameter.Option,
                parameter.Name is "Target" or "Skip" ? [.. values.SelectMany(SplitTargets)] : values
            );
        }

        return new CommandLine(_targets, _options, _problems);
    }

    /// <summary>Returns whether the text is an option and no value: a lone dash and negative numbers are values.</summary>
    internal static bool IsOption(string token) =>
        token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]) && token[1] != '.';

    private static string[] SplitTargets(string text) =>
        text.Split('+', StringSplitOptions.RemoveEmptyEntries);

    private static int SkipValues(IReadOnlyList<string> args, int next)
    {
        while (next < args.Count && !IsOption(args[next]))
        {
            next++;
        }

        return next;
    }

    private static IEnumerable<string> Take(
        ParameterModel parameter,
        IReadOnlyList<string> args,
        int next
    )
    {
        var rest = args.Skip(next).TakeWhile(token => !IsOption(token));
        if (ValueSets.IsList(parameter.Type))
        {
            return rest;
        }

        if ((Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type) == typeof(bool))
        {
            return rest.Take(1)
                .Where(token => token.Length > 0 && BooleanWords.Parse(token) is not null);
        }

        // A bare --plan is complete, so what follows may be a target.
        return parameter is { Name: "Plan", Member: null }
            ? rest.Take(1).Where(token => parameter.ValueSet().Contains(token))
            : rest.Take(1);
    }

    private ParameterModel? FindParameter(string option)
    {
        if (option is "-h" or "-?")
        {
            option = "--help";
        }

        return parameters.FirstOrDefault(parameter => NameKey.Same(parameter.Name, option));
    }

    private Problem Unknown(string name)
    {
        var options = parameters.Select(parameter => parameter.Option);
        var closest = Suggestions.Closest(name, options);
        return new Problem(Severity.Error, $"Option '{name}' does not exist.")
        {
            Exists = string.Join(", ", options.Order(StringComparer.Ordinal)),
            Try = closest ?? "--help lists targets and parameters",
        };
    }
}
