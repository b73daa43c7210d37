using Hubforge.Automation.Fingerprints;

namespace Hubforge.Automation.Targets;

/// <summary>Records what verbs add and returns the definition in its own type.</summary>
internal static class DefinitionRecording
{
    public static TDefinition Record<TDefinition>(
        this TDefinition definition,
        Action<TargetSpecification> change
    )
        where TDefinition : ITargetDefinition
    {
        change(definition.Specification);
        return definition;
    }

    public static TDefinition WithActions<TDefinition>(
        this TDefinition definition,
        IEnumerable<Action> actions
    )
        where TDefinition : ITargetDefinition
    {
        foreach (var action in actions)
        {
            definition.WithAction(
                (_, _) =>
                {
                    action();
                    return Task.CompletedTask;
                }
            );
        }

        return definition;
    }

    public static TDefinition WithAction<TDefinition>(
        this TDefinition definition,
        Func<object?, CancellationToken, Task> action
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Actions.Add(action));

    public static TDefinition WithCheck<TDefinition>(
        this TDefinition definition,
        bool comparesFingerprint,
        Func<object?, Fingerprint, CancellationToken, Task<Currency>> ask
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification =>
            specification.Checks.Add(new CurrencyCheck(comparesFingerprint, ask))
        );

    public static TDefinition WithInputs<TDefinition>(
        this TDefinition definition,
        Func<object?, IEnumerable<string>> paths
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Inputs.Add(paths));

    public static TDefinition WithOutputs<TDefinition>(
        this TDefinition definition,
        Func<object?, IEnumerable<string>> paths
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Outputs.Add(paths));

    public static TDefinition WithValue<TDefinition>(this TDefinition definition, NamedValue value)
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Values.Add(value));
}
