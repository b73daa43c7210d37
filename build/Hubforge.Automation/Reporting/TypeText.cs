using Hubforge.Automation.Binding;

namespace Hubforge.Automation.Reporting;

/// <summary>The JSON type under which a parameter is written in files.</summary>
internal static class TypeText
{
    /// <summary>Returns <c>boolean</c>, <c>integer</c> or <c>string</c>; for a list that of its elements.</summary>
    public static string Of(Type type)
    {
        var element = ValueSets.ElementType(type);
        element = Nullable.GetUnderlyingType(element) ?? element;
        return element == typeof(bool) ? "boolean"
            : element == typeof(int) || element == typeof(long) ? "integer"
            : "string";
    }
}
