using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.Containers.Tests.Running;

/// <summary>Shorter words for the dictionaries of a spec.</summary>
internal static class ContainerSpecs
{
    public static ImmutableSortedDictionary<string, Argument> Variables(
        params ReadOnlySpan<(string Name, Argument Value)> pairs
    )
    {
        var variables = ImmutableSortedDictionary<string, Argument>.Empty;
        foreach (var (name, value) in pairs)
        {
            variables = variables.SetItem(name, value);
        }

        return variables;
    }

    public static ImmutableSortedDictionary<string, string> Labels(
        params ReadOnlySpan<(string Name, string Value)> pairs
    )
    {
        var labels = ImmutableSortedDictionary<string, string>.Empty;
        foreach (var (name, value) in pairs)
        {
            labels = labels.SetItem(name, value);
        }

        return labels;
    }
}
