using System.Reflection;

namespace Hubforge.Automation.Binding;

/// <summary>Reads the member of a parameter.</summary>
internal static class MemberValue
{
    /// <summary>Returns the current value, null for a parameter of the engine.</summary>
    public static object? Of(HubforgeBuild build, ParameterModel parameter) =>
        parameter.Member switch
        {
            FieldInfo field => field.GetValue(build),
            PropertyInfo property => property.GetValue(build),
            _ => null,
        };
}
