using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Project;

/// <summary>What is typed after <c>./build.sh</c>, and the variables set before it.</summary>
internal sealed record BuildCall(params ImmutableArray<string> Arguments)
{
    public ImmutableDictionary<string, Argument?> Variables { get; init; } =
        ImmutableDictionary<string, Argument?>.Empty;

    public BuildCall WithVariable(string name, string value) =>
        this with
        {
            Variables = Variables.SetItem(name, (Argument)value),
        };

    public override string ToString() => $"./build.sh {string.Join(' ', Arguments)}";
}
