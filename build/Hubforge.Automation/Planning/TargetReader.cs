using System.Reflection;
using Hubforge.Automation.Targets;
using Hubforge.Primitives;

namespace Hubforge.Automation.Planning;

/// <summary>Reads the targets of a build class: runs each definition once and turns references into relations.</summary>
internal sealed class TargetReader
{
    private const BindingFlags Declared =
        BindingFlags.Instance
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private readonly HubforgeBuild _build;
    private readonly List<TargetModel> _targets = [];
    private readonly TargetIndex _index = new();
    private readonly Dictionary<string, Target> _names = [];
    private readonly List<Problem> _problems = [];

    private TargetReader(HubforgeBuild build) => _build = build;

    /// <param name="build">The instance; its parameters may be bound already.</param>
    /// <param name="defaults">The default targets.</param>
    /// <exception cref="InvalidBuildException">Targets are declared twice, refer to something that is no target, or form a circle.</exception>
    public static IReadOnlyList<TargetModel> Read(HubforgeBuild build, IEnumerable<Target> defaults)
    {
        var reader = new TargetReader(build);
        reader.Discover();
        foreach (var target in reader._targets)
        {
            reader.Relate(target);
        }

        foreach (var target in defaults)
        {
            if (reader.Resolve(target, "the default target") is { } model)
            {
                model.IsDefault = true;
            }
        }

        reader._problems.AddRange(CircleFinder.Find(reader._targets));
        return reader._problems.Count == 0
            ? reader._targets
            : throw new InvalidBuildException(reader._problems);
    }

    private void Discover()
    {
        for (var type = _build.GetType(); type is not null; type = type.BaseType)
        {
            DiscoverIn(type);
        }

        foreach (var component in _build.GetType().GetInterfaces())
        {
            DiscoverIn(component);
        }
    }

    private void DiscoverIn(Type type)
    {
        foreach (var property in type.GetProperties(Declared))
        {
            // A dot means an explicit implementation, which is reached through its interface.
            if (
                property.PropertyType == typeof(Target)
                && !property.Name.Contains('.', StringComparison.Ordinal)
                && property.GetValue(_build) is Target target
            )
            {
                Add(property, target);
            }
        }
    }

    private void Add(PropertyInfo property, Target target)
    {
        // What the base class or a component declares and the build class overrides comes again.
        var name = Binding.NameKey.Of(property.Name);
        if (
            _index.Recall(target) is not null
            || (_names.TryGetValue(name, out var known) && Delegate.Equals(known, target))
        )
        {
            return;
        }

        if (!_names.TryAdd(name, target))
        {
            _problems.Add(
                new Problem(
                    Severity.Error,
                    $"Target '{property.Name}' is declared twice, the second time in {property.DeclaringType!.Name}."
                )
                {
                    Try =
                        $"implement it once: Target {property.DeclaringType.Name}.{property.Name} => ...",
                }
            );
            return;
        }

        var specification = new TargetSpecification(_build, BaseOf(property));
        var model = new TargetModel(property.Name, specification) { Order = _targets.Count };
        _targets.Add(model);
        _index.Add(target, model);
        target(new TargetDefinition(specification));
    }

    private Func<Target>? BaseOf(PropertyInfo property)
    {
        if (property.GetMethod!.GetBaseDefinition() == property.GetMethod)
        {
            return null;
        }

        for (var type = property.DeclaringType!.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(property.Name, Declared) is { } overridden)
            {
                return () => Component.OwnDefinition(_build, overridden);
            }
        }

        return null;
    }

    private void Relate(TargetModel target)
    {
        var specification = target.Specification;
        ForAll(specification.DependsOn, target, other => Link(target.Dependencies, other));
        ForAll(specification.DependentFor, target, other => Link(other.Dependencies, target));
        ForAll(specification.Before, target, other => Link(other.OrderDependencies, target));
        ForAll(specification.After, target, other => Link(target.OrderDependencies, other));
        ForAll(specification.Triggers, target, other => LinkTrigger(target, other));
        ForAll(specification.TriggeredBy, target, other => LinkTrigger(other, target));
        foreach (var source in specification.Consumes)
        {
            if (Resolve(source.Target, target.Name) is { } producer)
            {
                target.Consumes.Add(new ConsumedArtifacts(producer, source.Patterns));
            }
        }
    }

    private static void LinkTrigger(TargetModel first, TargetModel then)
    {
        Link(first.Triggers, then);
        Link(then.TriggerDependencies, first);
    }

    private static void Link(List<TargetModel> list, TargetModel target)
    {
        if (!list.Contains(target))
        {
            list.Add(target);
        }
    }

    private void ForAll(List<Target> references, TargetModel from, Action<TargetModel> link)
    {
        foreach (var reference in references)
        {
            if (Resolve(reference, from.Name) is { } target)
            {
                link(target);
            }
        }
    }

    private TargetModel? Resolve(Target? reference, string from)
    {
        if (reference is not null && _index.Find(reference) is { } target)
        {
            return target;
        }

        _problems.Add(
            new Problem(
                Severity.Error,
                $"A verb of '{from}' names something that is not a target of {_build.GetType().Name}."
            )
            {
                Exists = string.Join(", ", _targets.Select(known => known.Name)),
                Try = "name a property of type Target of the build class or of a component",
            }
        );
        return null;
    }
}
