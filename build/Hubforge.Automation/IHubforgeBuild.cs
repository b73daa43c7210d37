using System.Runtime.CompilerServices;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>What components (interfaces with default members) see of the build that has them.</summary>
public interface IHubforgeBuild
{
    /// <summary>The folder that holds <c>.nuke</c>.</summary>
    AbsolutePath RootDirectory { get; }

    /// <summary>The folder <c>.nuke/temp</c>, which may be deleted between runs.</summary>
    AbsolutePath TemporaryDirectory { get; }

    /// <summary>Where the build runs.</summary>
    Host Host { get; }

    /// <summary>Whether nobody watches, as on a CI host.</summary>
    bool IsServerBuild { get; }

    /// <summary>Where the current node says what it does; outside a node, where the run does.</summary>
    IReporter Reporter { get; }

    /// <summary>Returns the bound value of a component's parameter, null when it has none: <c>[Parameter] string Color =&gt; TryGetValue(() =&gt; Color) ?? "red";</c></summary>
    T? TryGetValue<T>(
        Func<T?> parameter,
        [CallerArgumentExpression(nameof(parameter))] string text = ""
    );

    /// <summary>Adds pairs to the node's line of the summary.</summary>
    void ReportSummary(string key, string value);
}
