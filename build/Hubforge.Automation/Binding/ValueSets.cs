using System.Reflection;
using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>The values that a parameter can have, where they are known.</summary>
internal static class ValueSets
{
    public static IReadOnlyList<string> Of(
        HubforgeBuild build,
        Type type,
        ParameterAttribute attribute
    ) =>
        attribute.ValueProviderMember is { } member
            ? FromMember(build, attribute.ValueProviderType ?? build.GetType(), member)
            : Of(ElementType(type));

    /// <summary>Returns the names of an enumeration; empty for other types.</summary>
    public static IReadOnlyList<string> Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        return typeof(Enumeration).IsAssignableFrom(type)
            ? [.. Enumeration.FieldsOf(type).Select(field => field.Name)]
            : [];
    }

    /// <summary>Returns the type of a list's elements; the type itself where it is no list.</summary>
    public static Type ElementType(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType()!;
        }

        return IsList(type) ? type.GetGenericArguments()[0] : type;
    }

    public static bool IsList(Type type) =>
        type.IsArray
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var definition
            && (
                definition == typeof(IReadOnlyList<>)
                || definition == typeof(IReadOnlyCollection<>)
                || definition == typeof(IEnumerable<>)
                || definition == typeof(List<>)
                || definition == typeof(System.Collections.Immutable.ImmutableArray<>)
            )
        );

    private static IReadOnlyList<string> FromMember(HubforgeBuild build, Type type, string member)
    {
        const BindingFlags Any =
            BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.FlattenHierarchy;
        var instance = type.IsInstanceOfType(build) ? build : null;
        var value =
            type.GetProperty(member, Any)?.GetValue(instance)
            ?? type.GetField(member, Any)?.GetValue(instance);
        return value is IEnumerable<string> names
            ? [.. names]
            : throw new InvalidBuildException(
                new FailureText(
                    $"{type.Name} has no member '{member}' that lists values for a parameter."
                ).Try("give it a property of type IEnumerable<string>")
            );
    }
}
