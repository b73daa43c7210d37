using System.Runtime.CompilerServices;
using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Targets;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>Verbs that let the engine find a target up to date. One that uses none of them runs every time.</summary>
public static class FingerprintVerbs
{
    /// <summary>Adds files, folders (whole) or globs (<c>**</c>, <c>*</c>, <c>?</c>; a leading <c>!</c> takes out again) whose content counts; relative ones are below the root.</summary>
    public static TDefinition Inputs<TDefinition>(
        this TDefinition definition,
        params string[] paths
    )
        where TDefinition : ITargetDefinition => definition.WithInputs(_ => paths);

    /// <summary>Same as the other overload.</summary>
    public static TDefinition Inputs<TDefinition>(
        this TDefinition definition,
        params AbsolutePath[] paths
    )
        where TDefinition : ITargetDefinition =>
        definition.WithInputs(_ => paths.Select(path => path.ToString()));

    /// <summary>Same as the other overload, asked right before the target runs.</summary>
    public static TDefinition Inputs<TDefinition>(
        this TDefinition definition,
        Func<IEnumerable<string>> paths
    )
        where TDefinition : ITargetDefinition => definition.WithInputs(_ => paths());

    /// <summary>Adds files, folders or globs that the target makes. They must exist for it to be up to date, and what depends on it sees their content, not how they were made.</summary>
    public static TDefinition Outputs<TDefinition>(
        this TDefinition definition,
        params string[] paths
    )
        where TDefinition : ITargetDefinition => definition.WithOutputs(_ => paths);

    /// <summary>Same as the other overload.</summary>
    public static TDefinition Outputs<TDefinition>(
        this TDefinition definition,
        params AbsolutePath[] paths
    )
        where TDefinition : ITargetDefinition =>
        definition.WithOutputs(_ => paths.Select(path => path.ToString()));

    /// <summary>Adds a value that counts: <c>Value(() =&gt; UseFrozen)</c>. A parameter is shown under its option.</summary>
    public static TDefinition Value<TDefinition>(
        this TDefinition definition,
        Func<object?> value,
        [CallerArgumentExpression(nameof(value))] string text = ""
    )
        where TDefinition : ITargetDefinition => definition.Value(ExpressionText.Of(text), value);

    /// <summary>Adds a value that counts, under a name that explanations show.</summary>
    public static TDefinition Value<TDefinition>(
        this TDefinition definition,
        string name,
        Func<object?> value
    )
        where TDefinition : ITargetDefinition =>
        definition.WithValue(new NamedValue(name, (_, _) => Task.FromResult(value())));

    /// <summary>Adds a value that has to be asked for, under a name that explanations show.</summary>
    public static TDefinition Value<TDefinition>(
        this TDefinition definition,
        string name,
        Func<CancellationToken, Task<object?>> value
    )
        where TDefinition : ITargetDefinition =>
        definition.WithValue(new NamedValue(name, (_, token) => value(token)));
}
