using System.Globalization;
using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>Reads <c>.nuke/parameters.json</c> or one of a profile: keys are parameters, values are texts, numbers, booleans or lists of them.</summary>
internal sealed class ParametersFile
{
    private readonly AbsolutePath _file;
    private readonly SourceKind _kind;
    private readonly Dictionary<string, Setting> _settings = [];
    private readonly List<Problem> _problems = [];

    private ParametersFile(AbsolutePath file, SourceKind kind)
    {
        _file = file;
        _kind = kind;
    }

    public IReadOnlyList<Problem> Problems => _problems;

    public IReadOnlyDictionary<string, Setting> Settings => _settings;

    /// <param name="file">Need not exist.</param>
    /// <param name="kind">Kind of the settings.</param>
    public static ParametersFile Read(AbsolutePath file, SourceKind kind)
    {
        var result = new ParametersFile(file, kind);
        if (!Path.Exists(file))
        {
            return result;
        }

        try
        {
            result.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException failure)
        {
            result.Complain(
                "This is not valid JSON: " + FirstSentence(failure.Message),
                (int)(failure.LineNumber ?? 0) + 1
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            result._problems.Add(
                new Problem(Severity.Error, "The file cannot be read: " + failure.Message)
                {
                    File = file,
                    Try = "check its permissions",
                }
            );
        }

        return result;
    }

    public Setting? Find(ParameterModel parameter)
    {
        foreach (var (key, setting) in _settings)
        {
            if (NameKey.Same(key, parameter.Name))
            {
                return setting;
            }
        }

        return null;
    }

    /// <summary>Returns a problem for each key that is no parameter.</summary>
    public IEnumerable<Problem> UnknownKeys(IReadOnlyList<ParameterModel> parameters)
    {
        var names = parameters
            .Where(parameter =>
                parameter.Member is not null || !EngineParameters.IsTypedOnly(parameter.Name)
            )
            .Select(parameter => parameter.Name)
            .ToArray();
        foreach (var (key, setting) in _settings)
        {
            if (!names.Any(name => NameKey.Same(name, key)))
            {
                yield return new Problem(Severity.Error, $"There is no parameter '{key}'.")
                {
                    File = _file,
                    Line = LineOf(setting),
                    Exists = string.Join(", ", names.Order(StringComparer.Ordinal)),
                    Try = Suggestions.Closest(key, names) ?? "remove the key",
                };
            }
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static int LineOf(Setting setting) =>
        int.Parse(
            setting.Source.AsSpan(setting.Source.LastIndexOf(':') + 1),
            CultureInfo.InvariantCulture
        );

    private void Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(
            json,
            new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            }
        );
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            Complain("An object is expected: { \"Parameter\": \"value\" }", 1);
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            var line = 1 + json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            reader.Read();
            var values = ReadValues(ref reader);
            if (key == "$schema")
            {
                continue;
            }

            if (values is null)
            {
                Complain($"'{key}' must be a text, number, boolean or a list of them.", line);
            }
            else
            {
                _settings[key] = new Setting(_kind, $".nuke/{_file.Name}:{line}", values);
            }
        }

        // Reads on to the end, so that anything after the object is an error too.
        while (reader.Read()) { }
    }

    private static List<string>? ReadValues(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadValue(ref reader) is { } single ? [single] : null;
        }

        var values = new List<string>();
        var valid = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader) is { } value)
            {
                values.Add(value);
            }
            else
            {
                valid = false;
            }
        }

        return valid ? values : null;
    }

    private static string? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    private void Complain(string message, int line) =>
        _problems.Add(
            new Problem(Severity.Error, message)
            {
                File = _file,
                Line = line,
                Try = "mend the line; an editor that reads the $schema shows what is allowed",
            }
        );
}
