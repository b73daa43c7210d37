using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Targets;

namespace Hubforge.Automation;

/// <summary>The definition of a target that runs once for each item.</summary>
/// <typeparam name="T">Type of the items. A dependency between two targets over the same type is per item; between different types it is on the items that are part of one another by name (<c>roman/roman-cal</c> of <c>roman</c>), and otherwise on all nodes.</typeparam>
public interface ITargetDefinition<T> : ITargetDefinition
    where T : notnull
{
    /// <summary>Adds what the target does for an item.</summary>
    ITargetDefinition<T> Executes(Action<T> action) =>
        this.WithAction(
            (item, _) =>
            {
                action((T)item!);
                return Task.CompletedTask;
            }
        );

    /// <summary>Adds what the target does for an item.</summary>
    ITargetDefinition<T> Executes(Func<T, Task> action) =>
        this.WithAction((item, _) => action((T)item!));

    /// <summary>Adds what the target does for an item; told when the run is cancelled or the target's time is up.</summary>
    ITargetDefinition<T> Executes(Func<T, CancellationToken, Task> action) =>
        this.WithAction((item, token) => action((T)item!, token));

    /// <summary>Adds a check, as without items.</summary>
    ITargetDefinition<T> UpToDateWhen(Func<T, Task<bool>> check) =>
        this.WithCheck(false, async (item, _, _) => CurrencyOf(await check((T)item!)));

    /// <summary>Adds a check that compares the result for an item with the node's fingerprint, such as an image's label; its answer is final.</summary>
    ITargetDefinition<T> UpToDateWhen(
        Func<T, Fingerprint, CancellationToken, Task<Currency>> check
    ) => this.WithCheck(true, (item, fingerprint, token) => check((T)item!, fingerprint, token));

    /// <summary>Adds files, folders (whole) or globs whose content counts; relative ones are below the root.</summary>
    ITargetDefinition<T> Inputs(Func<T, IEnumerable<string>> paths) =>
        this.WithInputs(item => paths((T)item!));

    /// <summary>Same as the other overload, for one path.</summary>
    ITargetDefinition<T> Inputs(Func<T, Primitives.AbsolutePath> path) =>
        this.WithInputs(item => [path((T)item!)]);

    /// <summary>Adds files, folders or globs that the target makes for an item. What depends on it sees their content, not how they were made.</summary>
    ITargetDefinition<T> Outputs(Func<T, IEnumerable<string>> paths) =>
        this.WithOutputs(item => paths((T)item!));

    /// <summary>Same as the other overload, for one path.</summary>
    ITargetDefinition<T> Outputs(Func<T, Primitives.AbsolutePath> path) =>
        this.WithOutputs(item => [path((T)item!)]);

    /// <summary>Adds a value that counts for the item, under a name that explanations show.</summary>
    ITargetDefinition<T> Value(string name, Func<T, object?> value) =>
        this.WithValue(new NamedValue(name, (item, _) => Task.FromResult(value((T)item!))));

    /// <summary>Adds a value that has to be asked for, such as the digest of a base image.</summary>
    ITargetDefinition<T> Value(string name, Func<T, CancellationToken, Task<object?>> value) =>
        this.WithValue(new NamedValue(name, (item, token) => value((T)item!, token)));

    /// <inheritdoc cref="ITargetDefinition.DependsOn{TComponent}"/>
    new ITargetDefinition<T> DependsOn<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.DependsOn(Component.Targets(Specification, targets));

    /// <inheritdoc cref="ITargetDefinition.TryDependsOn{TComponent}"/>
    new ITargetDefinition<T> TryDependsOn<TComponent>(params Func<TComponent, Target>[] targets)
        where TComponent : IHubforgeBuild =>
        this.DependsOn(Component.FindTargets(Specification, targets));
}
