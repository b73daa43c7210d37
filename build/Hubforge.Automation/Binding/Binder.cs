using System.Reflection;
using Hubforge.Automation.Execution;
using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>Gives the members of a build class their values and collects everything that is wrong.</summary>
internal sealed class Binder(HubforgeBuild build, BuildSession session, AbsolutePath directory)
{
    private readonly List<Problem> _problems = [];

    /// <summary>Everything that was wrong so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Binds every parameter; the build's own settings come last, when the members they may depend on are set.</summary>
    public IReadOnlyList<Problem> Bind(IReadOnlyList<ParameterModel> parameters, Sources sources)
    {
        var open = new List<ParameterModel>();
        foreach (var parameter in parameters)
        {
            if (sources.Find(parameter) is { } setting)
            {
                Bind(parameter, setting);
            }
            else
            {
                open.Add(parameter);
            }
        }

        if (_problems.Count == 0)
        {
            foreach (var parameter in open)
            {
                BindOwn(parameter);
            }
        }

        return _problems;
    }

    /// <summary>Binds one parameter; a problem is kept for later.</summary>
    public void Bind(ParameterModel parameter, Setting setting)
    {
        try
        {
            NotePlainSecret(parameter, setting);
            setting = Decrypted(parameter, setting);
            Hide(parameter, setting);
            var start = setting.Kind == SourceKind.CommandLine ? directory : session.Root;
            var value = new ValueConverter(start).Convert(parameter, setting.Values);
            session.Bound[parameter.Name] = value;
            Assign(parameter, value);
        }
        catch (ValueSetException failure)
        {
            _problems.Add(UnknownValue(parameter, setting, failure));
        }
        catch (FormatException failure)
        {
            _problems.Add(WrongValue(parameter, setting, failure.Message));
        }
    }

    private void NotePlainSecret(ParameterModel parameter, Setting setting)
    {
        if (
            parameter.IsSecret
            && setting.Kind is (SourceKind.Profile or SourceKind.ParametersFile)
            && setting.Values.Any(text => text.Length > 0 && !SecretText.IsEncrypted(text))
        )
        {
            session.Warnings.Add(
                new Problem(
                    Severity.Warning,
                    $"{setting.Source}: the secret {parameter.Name} stands there in plain text."
                )
                {
                    Try = $"./build.sh --secrets {parameter.Name} writes it encrypted",
                }
            );
        }
    }

    // Before the value is read, so that no message about it shows it. A password in an address is one whatever the parameter is.
    private void Hide(ParameterModel parameter, Setting setting)
    {
        foreach (var text in setting.Values)
        {
            foreach (var login in HostLogin.In(text))
            {
                session.Secrets.Add(login.Password.Reveal());
            }

            if (parameter.IsSecret)
            {
                session.Secrets.Add(text);
                Array.ForEach(Parts(parameter, text), session.Secrets.Add);
            }
        }
    }

    private static string[] Parts(ParameterModel parameter, string text) =>
        parameter.Separator is { } separator
            ? text.Split(separator, StringSplitOptions.TrimEntries)
            : [];

    private Setting Decrypted(ParameterModel parameter, Setting setting)
    {
        if (
            !parameter.IsSecret
            || setting.Kind is not (SourceKind.Profile or SourceKind.ParametersFile)
            || !setting.Values.Any(SecretText.IsEncrypted)
        )
        {
            return setting;
        }

        var password =
            session.Variable(Cli.SecretEditor.PasswordVariable)
            ?? throw new FormatException(
                $"its value is encrypted, and the variable {Cli.SecretEditor.PasswordVariable} with the password is not set"
            );
        session.Secrets.Add(password);
        return setting with
        {
            Values =
            [
                .. setting.Values.Select(value =>
                    SecretText.Decrypt(parameter.Name, value, password)
                ),
            ],
        };
    }

    private void BindOwn(ParameterModel parameter)
    {
        if (parameter.Member is not null && build.FindSetting(parameter.Name) is { } found)
        {
            Bind(parameter, new Setting(SourceKind.Build, found.Source, found.Values));
        }
    }

    private void Assign(ParameterModel parameter, object? value)
    {
        switch (parameter.Member)
        {
            case FieldInfo field:
                field.SetValue(build, value);
                break;
            case PropertyInfo { SetMethod: not null } property:
                property.SetValue(build, value);
                break;
            case PropertyInfo property:
                // A computed property reads its value through TryGetValue.
                BackingField(property)?.SetValue(build, value);
                break;
            default:
                break;
        }
    }

    private static FieldInfo? BackingField(PropertyInfo property) =>
        property.DeclaringType!.GetField(
            $"<{property.Name}>k__BackingField",
            BindingFlags.Instance | BindingFlags.NonPublic
        );

    private static Problem UnknownValue(
        ParameterModel parameter,
        Setting setting,
        ValueSetException failure
    ) =>
        new(
            Severity.Error,
            $"{parameter.Option}: {Shown(parameter, failure.Message)} (from {setting.Source})."
        )
        {
            Exists = string.Join(", ", failure.Choices),
            Try = Suggestions.Closest(failure.Text, failure.Choices) is { } closest
                ? $"{parameter.Option} {closest}"
                : $"{parameter.Option} with one of the values that exist",
        };

    private static Problem WrongValue(ParameterModel parameter, Setting setting, string expected)
    {
        var given = parameter.IsSecret ? Secret.Mask : string.Join(' ', setting.Values);
        return new Problem(
            Severity.Error,
            $"{parameter.Option}: {Shown(parameter, expected)}{(given.Length == 0 ? "" : $", not '{given}'")} (from {setting.Source})."
        )
        {
            Try = parameter.Description is { } description
                ? $"{parameter.Option} <value>: {description}"
                : $"{parameter.Option} <value>",
        };
    }

    private static string Shown(ParameterModel parameter, string message) =>
        parameter.IsSecret && !message.Contains("password", StringComparison.Ordinal)
            ? "the value does not fit"
            : message;
}
