using Hubforge.Primitives;

namespace Hubforge.Automation.Targets;

/// <summary>A definition over items; shares the specification of the definition it came from.</summary>
internal sealed class ItemDefinition<T>(TargetSpecification specification) : ITargetDefinition<T>
    where T : notnull
{
    public TargetSpecification Specification { get; } = specification;

    public static ItemDefinition<T> Over(
        TargetSpecification specification,
        Func<IEnumerable<T>> items,
        Func<T, string>? name
    )
    {
        specification.Items = new ItemSource(typeof(T), () => List(items(), name));
        return new ItemDefinition<T>(specification);
    }

    private static List<NamedItem> List(IEnumerable<T> items, Func<T, string>? name)
    {
        var named = new List<NamedItem>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var itemName = name is null ? item.ToString() ?? "" : name(item);
            if (!names.Add(itemName))
            {
                throw new InvalidBuildException(
                    new FailureText($"Two items of ForEach have the name '{itemName}'.")
                        .With("type", typeof(T).Name)
                        .Try("give each item a name of its own: ForEach(items, item => item.Name)")
                );
            }

            named.Add(new NamedItem(itemName, item));
        }

        return named;
    }
}
