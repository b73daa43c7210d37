using System.Runtime.CompilerServices;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Targets;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>
/// Base class of a build. Targets are its properties of type <see cref="Target"/>, parameters its members with <see cref="ParameterAttribute"/>.
/// </summary>
public abstract class HubforgeBuild : IHubforgeBuild
{
    private BuildSession _session = BuildSession.Current;

    /// <summary>The folder that holds <c>.nuke</c>.</summary>
    public static AbsolutePath RootDirectory => BuildSession.Current.Root;

    /// <summary>The folder <c>.nuke/temp</c>, which may be deleted between runs.</summary>
    public static AbsolutePath TemporaryDirectory => RootDirectory / ".nuke" / "temp";

    /// <summary>Where the build runs.</summary>
    public static Host Host => BuildSession.Current.Host;

    /// <summary>Whether nobody watches, as on a CI host.</summary>
    public static bool IsServerBuild => Host.IsServer;

    /// <summary>Whether a person runs the build.</summary>
    public static bool IsLocalBuild => !IsServerBuild;

    /// <summary>Names of the profiles given by <c>--profile</c>, weakest first.</summary>
    public static IReadOnlyList<string> LoadedLocalProfiles => BuildSession.Current.Profiles;

    /// <summary>How much is shown.</summary>
    public static Verbosity Verbosity => BuildSession.Current.Verbosity;

    /// <summary>The part of a target's work that this run does; everything unless <c>--partition</c> says otherwise.</summary>
    public static Partition Partition => BuildSession.Current.Partition;

    AbsolutePath IHubforgeBuild.RootDirectory => _session.Root;

    AbsolutePath IHubforgeBuild.TemporaryDirectory => _session.Root / ".nuke" / "temp";

    Host IHubforgeBuild.Host => _session.Host;

    bool IHubforgeBuild.IsServerBuild => _session.Host.IsServer;

    IReporter IHubforgeBuild.Reporter => Reporter;

    /// <summary>Overrides the exit code of a run that went through; null leaves it.</summary>
    public int? ExitCode { get; set; }

    /// <summary>How each node went so far, in the order of the plan; empty before the run starts.</summary>
    public IReadOnlyList<NodeRecord> Nodes => _session.Nodes();

    /// <summary>Whether no node has failed.</summary>
    public bool IsSucceeding => !IsFailing;

    /// <summary>Whether a node has failed or was cancelled.</summary>
    public bool IsFailing =>
        Nodes.Any(node => node.Status is NodeStatus.Failed or NodeStatus.Aborted);

    /// <summary>Everything that the build declares.</summary>
    internal BuildModel Model => _session.Model;

    /// <summary>Where the current node says what it does; outside a node, where the run does.</summary>
    protected static IReporter Reporter => RunningNode.Current?.Reporter ?? Log.Run;

    /// <summary>Cancelled when the run is, or the current target's time is up.</summary>
    protected static CancellationToken CancellationToken =>
        RunningNode.Current?.CancellationToken ?? BuildSession.Current.CancellationToken;

    /// <inheritdoc/>
    public T? TryGetValue<T>(
        Func<T?> parameter,
        [CallerArgumentExpression(nameof(parameter))] string text = ""
    ) =>
        _session.BoundValue(ExpressionText.Member(text), parameter.Method.DeclaringType) is T value
            ? value
            : default;

    /// <inheritdoc/>
    public void ReportSummary(string key, string value) =>
        RunningNode.Current?.ReportSummary(key, value);

    /// <summary>
    /// Runs the build and returns the exit code: 0 done, 1 a target failed, 2 wrong usage, 70 bug, 130 cancelled.
    /// </summary>
    /// <param name="args">Command line, without the program.</param>
    /// <param name="defaultTargets">What runs when the command line names no target; help is shown when there are none.</param>
    protected static int Run<TBuild>(string[] args, params Func<TBuild, Target>[] defaultTargets)
        where TBuild : HubforgeBuild, new() => Cli.Program.Run(args, defaultTargets);

    /// <summary>Same as <see cref="Run{TBuild}"/> with the command line of the process, in NUKE's form: <c>Main() =&gt; Execute&lt;Build&gt;(x =&gt; x.Compile)</c>.</summary>
    protected static int Execute<TBuild>(params Func<TBuild, Target>[] defaultTargets)
        where TBuild : HubforgeBuild, new() => Run(Cli.Program.CommandLine(), defaultTargets);

    /// <summary>Returns a setting that the build itself knows for a parameter, such as one from a file of the mission; null when it has none. Stronger than the initializer, weaker than every other source, whose values are in the members by now.</summary>
    protected internal virtual ParameterSetting? FindSetting(string parameter) => null;

    /// <summary>Returns facts for <c>--describe</c> beyond targets and parameters, each a list under a name.</summary>
    protected internal virtual IReadOnlyDictionary<string, IReadOnlyList<string>> Describe() =>
        System.Collections.Frozen.FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Ties the instance to the run that uses it.</summary>
    internal void Join(BuildSession session) => _session = session;

    /// <summary>The last line of the output, after the summary, for programs that read it; null for none.</summary>
    protected internal virtual string? ClosingLine => null;

    /// <summary>Is called when the instance exists, before parameters are bound.</summary>
    protected internal virtual void OnBuildCreated() { }

    /// <summary>Is called when parameters are bound and the plan is made, before the first target.</summary>
    protected internal virtual void OnBuildInitialized() { }

    /// <summary>Is called after the last target, before the summary.</summary>
    protected internal virtual void OnBuildFinished() { }

    /// <summary>Is called before a node's actions. Nodes run side by side, so may these.</summary>
    protected internal virtual void OnTargetRunning(string target) { }

    /// <summary>Is called when a node was skipped or found up to date.</summary>
    protected internal virtual void OnTargetSkipped(string target) { }

    /// <summary>Is called after a node's actions ended well.</summary>
    protected internal virtual void OnTargetSucceeded(string target) { }

    /// <summary>Is called when a node failed.</summary>
    protected internal virtual void OnTargetFailed(string target) { }
}
