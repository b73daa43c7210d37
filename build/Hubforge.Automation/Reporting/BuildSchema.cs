using System.Text.Json;
using Hubforge.Automation.Binding;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Keeps <c>.nuke/build.schema.json</c>, by which editors check and complete the parameter files.</summary>
internal static class BuildSchema
{
    /// <summary>Writes the schema, in one step and only when it changed. One that is younger than the program is taken to be right.</summary>
    public static void Update(BuildModel model, DateTime programTime, AbsolutePath file)
    {
        if (file.FileExists && File.GetLastWriteTimeUtc(file) > programTime)
        {
            return;
        }

        var schema = Of(model);
        if (!file.FileExists || File.ReadAllText(file) != schema)
        {
            AtomicFile.WriteText(file, schema);
        }
    }

    public static string Of(BuildModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            json.WriteStartObject("$schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
            foreach (var parameter in Sorted(model))
            {
                Write(json, model, parameter);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return JsonOutput.Text(stream);
    }

    private static IEnumerable<ParameterModel> Sorted(BuildModel model) =>
        model
            .Parameters.Where(parameter =>
                parameter.Member is not null || !EngineParameters.IsTypedOnly(parameter.Name)
            )
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal);

    private static void Write(Utf8JsonWriter json, BuildModel model, ParameterModel parameter)
    {
        json.WriteStartObject(parameter.Name);
        if (parameter.Description is { } description)
        {
            json.WriteString("description", description);
        }

        if (ValueSets.IsList(parameter.Type))
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteType(json, model, parameter);
            json.WriteEndObject();
        }
        else
        {
            WriteType(json, model, parameter);
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, BuildModel model, ParameterModel parameter)
    {
        json.WriteString("type", TypeText.Of(parameter.Type));
        // Values that a build finds in its folders, such as missions, would make the schema change with them.
        var values = parameter is { Member: null, Name: "Target" or "Skip" }
            ? [.. model.Targets.Select(target => target.Name).Order(StringComparer.Ordinal)]
            : ValueSets.Of(ValueSets.ElementType(parameter.Type));
        if (values.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }
}
