using Hubforge.Automation.Binding;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Hosts;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>Makes the build, binds its parameters and reads its targets; everything wrong is collected.</summary>
internal sealed class BuildLoader(Surroundings surroundings, BuildSession session)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems =>
        Binder is null ? _problems : [.. _problems, .. Binder.Problems];

    public CommandLine CommandLine { get; private set; } =
        new([], new Dictionary<string, Setting>(), []);

    public Binder? Binder { get; private set; }

    public BuildModel Model => session.Model;

    /// <exception cref="InvalidBuildException">The targets themselves are wrong; then nothing can be bound to or asked of them.</exception>
    public void Load(
        HubforgeBuild build,
        IReadOnlyList<string> args,
        Func<HubforgeBuild, Target[]> defaultTargets
    )
    {
        IReadOnlyList<ParameterModel> parameters =
        [
            .. ParameterReader.Read(build),
            .. EngineParameters.All,
        ];
        session.Model = new BuildModel([], parameters);
        CommandLine = new CommandLineParser(parameters).Parse(args);
        _problems.AddRange(CommandLine.Problems);
        Bind(build, parameters);
        session.Model = new BuildModel(TargetReader.Read(build, defaultTargets(build)), parameters);
    }

    /// <summary>Returns what the command line, or another source, asks to run.</summary>
    public PlanRequest Request()
    {
        var named =
            CommandLine.Values("Target")
            ?? (
                CommandLine.Targets.Count > 0
                    ? CommandLine.Targets
                    : session.Option<string[]>("Target", [])
            );
        var invoked = Find(named, "Target").Distinct().ToArray();
        var skipped = session.Option<string[]?>("Skip", null) is { } skip
            ? Find(skip, "--skip: target")
            : null;
        return new PlanRequest(
            named.Count > 0 ? invoked : [.. Model.Targets.Where(target => target.IsDefault)],
            skipped
        );
    }

    /// <summary>Returns the target that <c>--why</c> names; null without it.</summary>
    public TargetModel? Why() =>
        session.Option<string?>("Why", null) is { } name
            ? Find([name], "--why: target").FirstOrDefault()
            : null;

    private void Bind(HubforgeBuild build, IReadOnlyList<ParameterModel> parameters)
    {
        var sources = new Sources(session.Root, CommandLine, surroundings.Variable);
        session.Profiles = sources.Profiles;
        _problems.AddRange(sources.Problems(parameters));
        Binder = new Binder(build, session, surroundings.Directory);
        Binder.Bind(parameters, sources);
        session.Verbosity = session.Option("Verbosity", Verbosity.Normal);
        session.Partition = session.Option("Partition", Partition.Whole);
        if (session.Option<string?>("Host", null) is { } host)
        {
            session.Host = KnownHosts.Find(host, surroundings.Variable) ?? session.Host;
        }

        if (session.Option("Jobs", 1) < 1)
        {
            _problems.Add(
                new Problem(Severity.Error, "--jobs: at least one target must be able to run.")
                {
                    Try = "--jobs 1",
                }
            );
        }
    }

    private List<TargetModel> Find(IReadOnlyList<string> names, string what)
    {
        var found = new List<TargetModel>();
        foreach (var name in names)
        {
            if (Model.FindTarget(name) is { } target)
            {
                found.Add(target);
            }
            else
            {
                _problems.Add(UnknownTarget.Describe(Model, name, what));
            }
        }

        return found;
    }
}
