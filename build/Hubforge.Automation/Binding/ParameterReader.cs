using System.Reflection;
using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>Reads the parameters that a build class and its components declare.</summary>
internal static class ParameterReader
{
    private const BindingFlags Declared =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<ParameterModel> Read(HubforgeBuild build)
    {
        var parameters = new List<ParameterModel>();
        for (var type = build.GetType(); type is not null; type = type.BaseType)
        {
            AddFrom(type, build, parameters);
        }

        foreach (var component in build.GetType().GetInterfaces())
        {
            AddFrom(component, build, parameters);
        }

        return parameters;
    }

    private static void AddFrom(Type type, HubforgeBuild build, List<ParameterModel> parameters)
    {
        if (type.Assembly == typeof(object).Assembly)
        {
            return;
        }

        var prefix = type.IsInterface
            ? type.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
            : null;
        foreach (var field in type.GetFields(Declared))
        {
            Add(field);
        }

        foreach (var property in type.GetProperties(Declared))
        {
            Add(property);
        }

        void Add(MemberInfo member)
        {
            if (
                member.IsDefined(typeof(ParameterAttribute), inherit: false)
                && member.GetCustomAttribute<ParameterAttribute>() is { } attribute
            )
            {
                var name = prefix + (attribute.Name ?? member.Name.TrimStart('_'));
                if (!parameters.Exists(known => NameKey.Same(known.Name, name)))
                {
                    parameters.Add(Describe(member, attribute, name, build));
                }
            }
        }
    }

    private static ParameterModel Describe(
        MemberInfo member,
        ParameterAttribute attribute,
        string name,
        HubforgeBuild build
    )
    {
        name = char.ToUpperInvariant(name[0]) + name[1..];
        var dashed = DashedName.Of(name);
        var type = member is FieldInfo field
            ? field.FieldType
            : ((PropertyInfo)member).PropertyType;
        return new ParameterModel
        {
            Name = name,
            DashedName = dashed,
            Type = type,
            Description = attribute.Description,
            IsSecret = type == typeof(Secret) || member.IsDefined(typeof(SecretAttribute)),
            IsRequired = member.IsDefined(typeof(RequiredAttribute)),
            Listed = attribute.List,
            IsInherited = member.DeclaringType == typeof(HubforgeBuild),
            EnvironmentNames = VariableNames(dashed, attribute.Environment),
            Separator = attribute.Separator is { Length: > 0 } separator ? separator[0] : null,
            ValueSet = () => ValueSets.Of(build, type, attribute),
            Member = member,
        };
    }

    internal static IReadOnlyList<string> VariableNames(string dashed, string? classic) =>
        [
            "HUBFORGE_" + dashed.Replace('-', '_').ToUpperInvariant(),
            .. (classic ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
}
