namespace Hubforge.Automation.Planning;

/// <summary>Turns ordered targets into nodes: one each, or one for each item and one that joins them.</summary>
internal sealed class NodeFactory
{
    private readonly Dictionary<TargetModel, TargetNode> _whole = [];
    private readonly Dictionary<TargetModel, Dictionary<string, TargetNode>> _byItem = [];
    private readonly Dictionary<TargetModel, Dictionary<string, List<TargetNode>>> _parts = [];
    private readonly List<TargetNode> _nodes = [];

    public static IReadOnlyList<TargetNode> Create(
        IReadOnlyList<TargetModel> targets,
        IReadOnlyList<TargetModel> invoked,
        IReadOnlyDictionary<TargetModel, string> skips
    )
    {
        var factory = new NodeFactory();
        var isInvoked = new HashSet<TargetModel>(invoked);
        foreach (var target in targets)
        {
            factory.Add(target, isInvoked.Contains(target), skips.GetValueOrDefault(target));
        }

        return factory._nodes;
    }

    private void Add(TargetModel target, bool isInvoked, string? skipReason)
    {
        var items = new List<TargetNode>();
        foreach (var item in target.Items)
        {
            items.Add(
                Append(
                    new TargetNode(target, item.Name, item.Item)
                    {
                        IsInvoked = isInvoked,
                        SkipReason = skipReason,
                    }
                )
            );
        }

        var whole = new TargetNode(target, null, null)
        {
            IsInvoked = isInvoked,
            SkipReason = skipReason,
            IsJoin = target.HasItems,
        };
        whole.Dependencies.AddRange(items);
        Append(whole);
        _whole.Add(target, whole);
        if (target.HasItems)
        {
            _byItem.Add(target, items.ToDictionary(node => node.ItemName!));
            _parts.Add(target, PartsOf(items));
        }

        // A join without items stands where they would, so that order and failures pass through it.
        foreach (var node in items.Count > 0 ? items : [whole])
        {
            Connect(node);
        }
    }

    private TargetNode Append(TargetNode node)
    {
        node.Index = _nodes.Count;
        _nodes.Add(node);
        return node;
    }

    private void Connect(TargetNode node)
    {
        Link(node, node.Target.Dependencies, node.Dependencies);
        Link(node, node.Target.TriggerDependencies, node.TriggerDependencies);
        Link(node, node.Target.OrderDependencies, node.OrderDependencies);
    }

    private void Link(TargetNode node, List<TargetModel> targets, List<TargetNode> edges)
    {
        foreach (var target in targets)
        {
            // Relations to targets that are not planned play no part.
            if (_whole.TryGetValue(target, out var whole))
            {
                if (RelatedItems(node, target) is { Count: > 0 } related)
                {
                    edges.AddRange(related);
                }
                else
                {
                    edges.Add(whole);
                }
            }
        }
    }

    // Items of one type match by name. Items of different types match where one is part of the other: 'roman/roman-cal' is part of 'roman'.
    private List<TargetNode>? RelatedItems(TargetNode node, TargetModel target)
    {
        if (node.ItemName is not { } item || !_byItem.TryGetValue(target, out var nodes))
        {
            return null;
        }

        if (nodes.GetValueOrDefault(item) is { } same && node.Target.ItemType == target.ItemType)
        {
            return [same];
        }

        return
            item.LastIndexOf('/') is > 0 and var slash
            && nodes.GetValueOrDefault(item[..slash]) is { } parent
            ? [parent]
            : _parts[target].GetValueOrDefault(item);
    }

    private static Dictionary<string, List<TargetNode>> PartsOf(List<TargetNode> items)
    {
        var parts = new Dictionary<string, List<TargetNode>>();
        foreach (var node in items)
        {
            if (node.ItemName!.LastIndexOf('/') is > 0 and var slash)
            {
                var whole = node.ItemName[..slash];
                if (!parts.TryGetValue(whole, out var list))
                {
                    parts.Add(whole, list = []);
                }

                list.Add(node);
            }
        }

        return parts;
    }
}
