using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hubforge.Automation.Binding;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>The command <c>--secrets</c>: lists the secret parameters, or asks for one and writes it, encrypted, to a parameters file.</summary>
internal sealed class SecretEditor(BuildModel model, AbsolutePath root, Surroundings surroundings)
{
    /// <summary>The variable that holds the password of encrypted values.</summary>
    public const string PasswordVariable = "HUBFORGE_SECRETS_PASSWORD";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <param name="names">Parameters to ask for; none lists them all.</param>
    /// <param name="profile">Profile whose file is written; null for <c>parameters.json</c>.</param>
    /// <exception cref="InvalidBuildException">A name is no secret parameter, or nobody can be asked.</exception>
    public void Run(IReadOnlyList<string> names, string? profile)
    {
        var file =
            root / ".nuke" / (profile is null ? "parameters.json" : $"parameters.{profile}.json");
        var secrets = model.Parameters.Where(parameter => parameter.IsSecret).ToArray();
        if (names.Count == 0)
        {
            List(secrets, file);
            return;
        }

        var chosen = names.Select(name => Find(secrets, name)).ToArray();
        var content = Load(file);
        var password = Password(content, file);
        foreach (var parameter in chosen)
        {
            var value = Ask(parameter.Description ?? parameter.Name, null);
            content[parameter.Name] = SecretText.Encrypt(parameter.Name, value, password);
        }

        AtomicFile.WriteText(file, content.ToJsonString(s_indented) + "\n");
        surroundings.Output.WriteLine(
            $"{string.Join(", ", chosen.Select(parameter => parameter.Name))} written to {file}"
        );
    }

    // One password serves a whole file: values under different ones could not be read in one run.
    private string Password(JsonObject content, AbsolutePath file)
    {
        var password = Ask("Password for the parameter files", PasswordVariable);
        var known = content
            .Select(entry => (Name: entry.Key, Text: entry.Value?.ToString() ?? ""))
            .FirstOrDefault(entry => SecretText.IsEncrypted(entry.Text));
        if (known.Name is null)
        {
            return password == Ask("The same password again", PasswordVariable)
                ? password
                : throw new InvalidBuildException(
                    new FailureText("The two passwords differ, and nothing was written.").Try(
                        "run it again"
                    )
                );
        }

        try
        {
            _ = SecretText.Decrypt(known.Name, known.Text, password);
            return password;
        }
        catch (FormatException failure)
        {
            throw new InvalidBuildException(
                new FailureText(
                    "The password is not the one of the values that are there, and nothing was written."
                )
                    .With("file", file)
                    .With("value", $"{known.Name}: {failure.Message}")
                    .Try(
                        "give the password that these values were written with, or remove them from the file"
                    )
            );
        }
    }

    private static ParameterModel Find(ParameterModel[] secrets, string name) =>
        Array.Find(secrets, parameter => NameKey.Same(parameter.Name, name))
        ?? throw new InvalidBuildException(
            new FailureText($"There is no secret parameter '{name}'.")
                .With("exists", secrets.Select(parameter => parameter.Name))
                .Try("--secrets with one of the names that exist")
        );

    private static JsonObject Load(AbsolutePath file)
    {
        if (!file.FileExists)
        {
            return new JsonObject { ["$schema"] = "./build.schema.json" };
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(file, Encoding.UTF8)) as JsonObject
                ?? throw NoObject(file, "it holds something else");
        }
        catch (JsonException failure)
        {
            throw NoObject(file, failure.Message);
        }
    }

    private static InvalidBuildException NoObject(AbsolutePath file, string reason) =>
        new(
            new FailureText("The parameters file holds no object.")
                .With("file", file)
                .With("reason", reason)
                .Try("mend the file, or begin with { }")
        );

    private void List(ParameterModel[] secrets, AbsolutePath file)
    {
        var content = Load(file);
        foreach (var parameter in secrets)
        {
            var state = content[parameter.Name]?.ToString() switch
            {
                null => "not set",
                var text when SecretText.IsEncrypted(text) => "encrypted",
                _ => "in plain text",
            };
            surroundings.Output.WriteLine($"{parameter.Name, -24} {state}");
        }
    }

    private string Ask(string text, string? variable)
    {
        var answer =
            (variable is null ? null : surroundings.Variable(variable))
            ?? surroundings.Ask?.Invoke(new ParameterQuestion(text, true, []));
        return string.IsNullOrWhiteSpace(answer)
            ? throw new InvalidBuildException(
                new FailureText($"{text}: there is no answer.").Try(
                    variable is null
                        ? "run it in a terminal, where it can be asked for"
                        : $"set {variable}, or run it in a terminal"
                )
            )
            : answer;
    }
}
