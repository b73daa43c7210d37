namespace Hubforge.Containers.Engine;

/// <summary>The engine's <c>filters</c> for labels.</summary>
internal static class LabelFilter
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        IReadOnlyList<string> labels
    )
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>();
        if (labels.Count > 0)
        {
            filters["label"] = labels;
        }

        return filters;
    }
}
