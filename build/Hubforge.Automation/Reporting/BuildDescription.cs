using System.Text.Json;
using Hubforge.Automation.Binding;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Reporting;

/// <summary>The answer of <c>--describe</c>: what the build has, as JSON for tools.</summary>
internal static class BuildDescription
{
    public static string Of(HubforgeBuild build, BuildModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("targets");
            foreach (var target in model.Targets)
            {
                Write(json, target);
            }

            json.WriteEndArray();
            json.WriteStartArray("parameters");
            foreach (var parameter in model.Parameters)
            {
                Write(json, parameter);
            }

            json.WriteEndArray();
            foreach (var (name, values) in build.Describe())
            {
                Write(json, name, values);
            }

            json.WriteEndObject();
        }

        return JsonOutput.Text(stream);
    }

    private static void Write(Utf8JsonWriter json, TargetModel target)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        json.WriteString("description", target.Description);
        json.WriteBoolean("default", target.IsDefault);
        json.WriteBoolean("listed", target.Listed);
        Write(json, "dependsOn", target.Dependencies.Select(other => other.Name));
        Write(json, "triggers", target.Triggers.Select(other => other.Name));
        Write(json, "produces", target.Specification.Produces);
        if (target.HasItems)
        {
            Write(json, "items", target.Items.Select(item => item.Name));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ParameterModel parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("option", parameter.Option);
        json.WriteString("description", parameter.Description);
        json.WriteString("type", TypeText.Of(parameter.Type));
        json.WriteBoolean("list", ValueSets.IsList(parameter.Type));
        json.WriteBoolean("secret", parameter.IsSecret);
        json.WriteBoolean("required", parameter.IsRequired);
        json.WriteBoolean("engine", parameter.IsInherited);
        Write(json, "values", parameter.ValueSet());
        Write(json, "variables", parameter.EnvironmentNames);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
