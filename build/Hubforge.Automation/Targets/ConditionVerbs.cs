using System.Runtime.CompilerServices;
using Hubforge.Automation.Targets;

namespace Hubforge.Automation;

/// <summary>Verbs that say when a target runs and what it needs.</summary>
public static class ConditionVerbs
{
    /// <summary>Skips the target, and what only it needs, unless the condition holds when the run is planned.</summary>
    public static TDefinition OnlyWhenStatic<TDefinition>(
        this TDefinition definition,
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string text = ""
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification =>
            specification.StaticConditions.Add(
                new Condition(_ => condition(), ExpressionText.Of(text))
            )
        );

    /// <summary>Skips the target unless the condition holds right before it would run; its dependencies have run by then.</summary>
    public static TDefinition OnlyWhenDynamic<TDefinition>(
        this TDefinition definition,
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string text = ""
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification =>
            specification.DynamicConditions.Add(
                new Condition(_ => condition(), ExpressionText.Of(text))
            )
        );

    /// <summary>Skips the node of an item unless the condition holds right before it would run.</summary>
    public static ITargetDefinition<T> OnlyWhenDynamic<T>(
        this ITargetDefinition<T> definition,
        Func<T, bool> condition,
        [CallerArgumentExpression(nameof(condition))] string text = ""
    )
        where T : notnull =>
        definition.Record(specification =>
            specification.DynamicConditions.Add(
                new Condition(item => condition((T)item!), ExpressionText.Of(text))
            )
        );

    /// <summary>Says what becomes of the dependencies when this target is skipped; <see cref="DependencyBehavior.Skip"/> without it.</summary>
    public static TDefinition WhenSkipped<TDefinition>(
        this TDefinition definition,
        DependencyBehavior behavior
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.WhenSkipped = behavior);

    /// <summary>
    /// Demands a value before the first target runs: <c>Requires(() =&gt; ApiKey)</c>. It must be there, and not blank or empty; a bool must be true.
    /// A missing parameter is asked for on a terminal, and otherwise named with every other mistake (exit code 2).
    /// </summary>
    public static TDefinition Requires<TDefinition, TValue>(
        this TDefinition definition,
        Func<TValue> requirement,
        [CallerArgumentExpression(nameof(requirement))] string text = ""
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification =>
            specification.Requirements.Add(
                new Requirement(() => requirement(), ExpressionText.Of(text))
            )
        );

    /// <summary>Demands two values; see <see cref="Requires{TDefinition, TValue}"/>.</summary>
    public static TDefinition Requires<TDefinition, TFirst, TSecond>(
        this TDefinition definition,
        Func<TFirst> first,
        Func<TSecond> second,
        [CallerArgumentExpression(nameof(first))] string firstText = "",
        [CallerArgumentExpression(nameof(second))] string secondText = ""
    )
        where TDefinition : ITargetDefinition =>
        definition.Requires(first, firstText).Requires(second, secondText);

    /// <summary>Demands three values; see <see cref="Requires{TDefinition, TValue}"/>.</summary>
    public static TDefinition Requires<TDefinition, TFirst, TSecond, TThird>(
        this TDefinition definition,
        Func<TFirst> first,
        Func<TSecond> second,
        Func<TThird> third,
        [CallerArgumentExpression(nameof(first))] string firstText = "",
        [CallerArgumentExpression(nameof(second))] string secondText = "",
        [CallerArgumentExpression(nameof(third))] string thirdText = ""
    )
        where TDefinition : ITargetDefinition =>
        definition.Requires(first, second, firstText, secondText).Requires(third, thirdText);

    /// <summary>Lets dependents run although this target failed; the run still ends as failed.</summary>
    public static TDefinition ProceedAfterFailure<TDefinition>(this TDefinition definition)
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.ProceedAfterFailure = true);

    /// <summary>Runs the target even when what it depends on failed or the run was cancelled: for cleaning up.</summary>
    public static TDefinition AssuredAfterFailure<TDefinition>(this TDefinition definition)
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.AssuredAfterFailure = true);

    /// <summary>Ends an action that takes longer, which fails the target.</summary>
    public static TDefinition Timeout<TDefinition>(this TDefinition definition, TimeSpan limit)
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Timeout = limit);

    /// <summary>Runs the actions again after a failure, <paramref name="attempts"/> times in all, each wait twice as long as the one before.</summary>
    /// <param name="definition">The target.</param>
    /// <param name="attempts">At least 1; the first run counts.</param>
    /// <param name="delay">The first wait; one second when null.</param>
    public static TDefinition Retry<TDefinition>(
        this TDefinition definition,
        int attempts,
        TimeSpan? delay = null
    )
        where TDefinition : ITargetDefinition
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return definition.Record(specification =>
        {
            specification.Attempts = attempts;
            specification.RetryDelay = delay ?? TimeSpan.FromSeconds(1);
        });
    }
}
