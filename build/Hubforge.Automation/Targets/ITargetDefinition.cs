using Hubforge.Automation.Targets;

namespace Hubforge.Automation;

/// <summary>
/// Receives what a target is made of; every verb returns the definition, calls add up and their order does not matter.
/// Verbs that know nothing of items are extension methods (<see cref="DependencyVerbs"/> and its neighbours), so that they keep the type of the definition.
/// </summary>
public interface ITargetDefinition
{
    /// <summary>Everything recorded so far.</summary>
    internal TargetSpecification Specification { get; }

    /// <summary>Adds what the target does; actions run one after the other. A target without any is a collection of its dependencies.</summary>
    ITargetDefinition Executes(params Action[] actions) => this.WithActions(actions);

    /// <summary>Adds an action whose result is dropped.</summary>
    ITargetDefinition Executes<TResult>(Func<TResult> action) =>
        this.WithAction((_, _) => Completion.WaitAsync(action()));

    /// <summary>Adds an asynchronous action.</summary>
    ITargetDefinition Executes(Func<Task> action) => this.WithAction((_, _) => action());

    /// <summary>Adds an asynchronous action that is told when the run is cancelled or the target's time is up.</summary>
    ITargetDefinition Executes(Func<CancellationToken, Task> action) =>
        this.WithAction((_, cancellationToken) => action(cancellationToken));

    /// <summary>Adds a check that can find the target up to date although nothing is recorded under <c>.nuke/temp</c>, and outdated although its fingerprint is the recorded one.</summary>
    ITargetDefinition UpToDateWhen(Func<Task<bool>> check) =>
        this.WithCheck(false, async (_, _, _) => CurrencyOf(await check()));

    /// <summary>Adds a check that compares the result with the node's fingerprint, such as an image's label; its answer is final.</summary>
    ITargetDefinition UpToDateWhen(Func<Fingerprint, CancellationToken, Task<Currency>> check) =>
        this.WithCheck(true, (_, fingerprint, token) => check(fingerprint, token));

    /// <summary>Runs the target once for each item; nodes run side by side and are named <c>Target[item]</c>.</summary>
    /// <param name="items">Enumerated only when a plan needs the target, after parameters are bound.</param>
    /// <param name="name">The name of an item; its <c>ToString</c> when null. Names are unique.</param>
    ITargetDefinition<T> ForEach<T>(IEnumerable<T> items, Func<T, string>? name = null)
        where T : notnull => ForEach(() => items, name);

    /// <summary>Same as the other overload, for items that are costly or not known until the plan needs them.</summary>
    ITargetDefinition<T> ForEach<T>(Func<IEnumerable<T>> items, Func<T, string>? name = null)
        where T : notnull => ItemDefinition<T>.Over(Specification, items, name);

    /// <summary>Depends on targets of a component; without a lambda on its only target.</summary>
    ITargetDefinition DependsOn<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.DependsOn(Component.Targets(Specification, targets));

    /// <summary>Same as <see cref="DependsOn{TComponent}"/>, when the build has the component.</summary>
    ITargetDefinition TryDependsOn<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.DependsOn(Component.FindTargets(Specification, targets));

    /// <summary>Makes targets of a component depend on this one.</summary>
    ITargetDefinition DependentFor<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.DependentFor(Component.Targets(Specification, targets));

    /// <summary>Same as <see cref="DependentFor{TComponent}"/>, when the build has the component.</summary>
    ITargetDefinition TryDependentFor<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.DependentFor(Component.FindTargets(Specification, targets));

    /// <summary>Runs before targets of a component where both are planned.</summary>
    ITargetDefinition Before<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild => this.Before(Component.Targets(Specification, targets));

    /// <summary>Same as <see cref="Before{TComponent}"/>, when the build has the component.</summary>
    ITargetDefinition TryBefore<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.Before(Component.FindTargets(Specification, targets));

    /// <summary>Runs after targets of a component where both are planned.</summary>
    ITargetDefinition After<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild => this.After(Component.Targets(Specification, targets));

    /// <summary>Same as <see cref="After{TComponent}"/>, when the build has the component.</summary>
    ITargetDefinition TryAfter<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.After(Component.FindTargets(Specification, targets));

    /// <summary>Adds targets of a component to every plan that has this one, after it.</summary>
    ITargetDefinition Triggers<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.Triggers(Component.Targets(Specification, targets));

    /// <summary>Same as <see cref="Triggers{TComponent}"/>, when the build has the component.</summary>
    ITargetDefinition TryTriggers<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.Triggers(Component.FindTargets(Specification, targets));

    /// <summary>Joins every plan that has one of the component's targets, after it.</summary>
    ITargetDefinition TriggeredBy<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.TriggeredBy(Component.Targets(Specification, targets));

    /// <summary>Same as <see cref="TriggeredBy{TComponent}"/>, when the build has the component.</summary>
    ITargetDefinition TryTriggeredBy<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.TriggeredBy(Component.FindTargets(Specification, targets));

    /// <summary>Takes over the component's own definition of a target that the build class overrides.</summary>
    ITargetDefinition Inherit<TComponent>(
        params System.Linq.Expressions.Expression<Func<TComponent, Target>>[] targets
    )
        where TComponent : IHubforgeBuild =>
        this.Inherit(Component.OwnDefinitions(Specification, targets));

    /// <summary>Names artifacts of a component's target that this one consumes, for the generated CI.</summary>
    ITargetDefinition Consumes<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.Consumes(Component.Targets(Specification, targets));

    /// <summary>Names patterns of a component's artifacts that this target consumes; without patterns, all that its target produces.</summary>
    ITargetDefinition Consumes<TComponent>(
        Func<TComponent, Target> target,
        params string[] artifacts
    )
        where TComponent : IHubforgeBuild =>
        Component
            .Targets(Specification, [target])
            .Aggregate(this, (definition, one) => definition.Consumes(one, artifacts));

    internal static Currency CurrencyOf(bool isCurrent) =>
        isCurrent ? Currency.Current("its check says so") : Currency.Outdated("its check says so");
}
