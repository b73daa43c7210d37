using System.Linq.Expressions;
using System.Reflection;
using Hubforge.Primitives;

namespace Hubforge.Automation.Targets;

/// <summary>Finds the targets that a build takes from a component, which is an interface with default members.</summary>
internal static class Component
{
    /// <exception cref="InvalidBuildException">The build does not have the component, or it has not exactly one target where none is named.</exception>
    public static Target[] Targets<TComponent>(
        TargetSpecification specification,
        Func<TComponent, Target>[] targets
    ) =>
        specification.Build is TComponent component
            ? Select(component, targets)
            : throw new InvalidBuildException(
                new FailureText(
                    $"{specification.Build.GetType().Name} does not implement {typeof(TComponent).Name}."
                ).Try($"add {typeof(TComponent).Name} to its base list, or use the Try form")
            );

    public static Target[] FindTargets<TComponent>(
        TargetSpecification specification,
        Func<TComponent, Target>[] targets
    ) => specification.Build is TComponent component ? Select(component, targets) : [];

    /// <summary>Returns the definitions that the component itself gives, although the build class overrides them.</summary>
    public static Target[] OwnDefinitions<TComponent>(
        TargetSpecification specification,
        Expression<Func<TComponent, Target>>[] targets
    )
    {
        if (targets.Length == 0)
        {
            return [OwnDefinition(specification.Build, OnlyTarget(typeof(TComponent)))];
        }

        return
        [
            .. targets.Select(target =>
                target.Body is MemberExpression { Member: PropertyInfo property }
                    ? OwnDefinition(specification.Build, property)
                    : throw new InvalidBuildException(
                        new FailureText($"Inherit cannot read {target}.").Try(
                            "name a target property: Inherit<IPack>(x => x.Pack)"
                        )
                    )
            ),
        ];
    }

    /// <summary>Calls the getter of exactly this property, whatever overrides it.</summary>
    public static Target OwnDefinition(object build, PropertyInfo property)
    {
        // A delegate made from the function pointer calls without virtual dispatch, which reflection's Invoke cannot.
        var getter =
            (Func<Target>)
                Activator.CreateInstance(
                    typeof(Func<Target>),
                    build,
                    property.GetMethod!.MethodHandle.GetFunctionPointer()
                )!;
        return getter();
    }

    private static Target[] Select<TComponent>(
        TComponent component,
        Func<TComponent, Target>[] targets
    ) =>
        targets.Length > 0
            ? Array.ConvertAll(targets, target => target(component))
            : [(Target)OnlyTarget(typeof(TComponent)).GetValue(component)!];

    private static PropertyInfo OnlyTarget(Type component)
    {
        var properties = component
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.PropertyType == typeof(Target))
            .ToArray();
        return properties.Length == 1
            ? properties[0]
            : throw new InvalidBuildException(
                new FailureText(
                    $"{component.Name} has {properties.Length} targets, so one must be named."
                )
                    .With("targets", properties.Select(property => property.Name))
                    .Try($"name it: DependsOn<{component.Name}>(x => x.Target)")
            );
    }
}
