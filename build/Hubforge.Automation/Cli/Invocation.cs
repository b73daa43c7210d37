using Hubforge.Automation.Binding;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Hosts;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>One call of the program: binds, plans, and then shows or runs the plan.</summary>
internal sealed class Invocation(string[] args, Surroundings surroundings)
{
    private readonly List<Problem> _problems = [];
    private BuildSession? _session;

    public SecretMask Secrets => _session?.Secrets ?? new SecretMask();

    private BuildSession Session => _session!;

    public async Task<int> RunAsync(
        Func<HubforgeBuild> create,
        Func<HubforgeBuild, Target[]> defaultTargets
    )
    {
        _session = new BuildSession
        {
            Root = RootSearch.Find(surroundings.Directory, NamedRoot()),
            Host = KnownHosts.Detect(surroundings.Variable),
        };
        BuildSession.Current = Session;
        var build = create();
        build.OnBuildCreated();
        IReadOnlyList<ParameterModel> parameters =
        [
            .. ParameterReader.Read(build),
            .. EngineParameters.All,
        ];
        var commandLine = new CommandLineParser(parameters).Parse(args);
        if (commandLine.Has("Help"))
        {
            Bind(build, parameters, commandLine);
            return Help(Read(build, parameters, defaultTargets));
        }

        _problems.AddRange(commandLine.Problems);
        _problems.AddRange(Bind(build, parameters, commandLine));
        var model = Read(build, parameters, defaultTargets);
        var request = Request(model, commandLine);
        if (_problems.Count > 0)
        {
            throw new InvalidBuildException(_problems);
        }

        var target = WhyTarget(model);
        if (request.Invoked.Count == 0 && target is null)
        {
            return Help(model);
        }

        var plan = Planner.Create(target is null ? request : request with { Invoked = [target] });
        var engine = new Engine(build, Session, surroundings);
        if (target is not null)
        {
            var why = await engine.PreviewAsync(plan, CancellationToken.None);
            await surroundings.Output.WriteAsync(WhyText.Of(why, target));
            return ExitCodes.Done;
        }

        if (commandLine.Values("Plan") is not null)
        {
            var preview = await engine.PreviewAsync(plan, CancellationToken.None);
            await surroundings.Output.WriteAsync(
                Secrets.Apply(PlanText.Of(preview, new Ansi(surroundings.HasColors)))
            );
            return ExitCodes.Done;
        }

        Requirements.Check(build, plan, parameters);
        return await engine.RunAsync(plan);
    }

    private string? NamedRoot()
    {
        // Needed before parameters are known: the build class may use the root in its initializers.
        for (var i = 0; i < args.Length; i++)
        {
            var (name, inline) = args[i].Split('=', 2) is [var left, var right]
                ? (left, right)
                : (args[i], null);
            if (CommandLineParser.IsOption(args[i]) && NameKey.Same(name, "root"))
            {
                return inline
                    ?? (
                        i + 1 < args.Length && !CommandLineParser.IsOption(args[i + 1])
                            ? args[i + 1]
                            : "."
                    );
            }
        }

        return null;
    }

    private List<Problem> Bind(
        HubforgeBuild build,
        IReadOnlyList<ParameterModel> parameters,
        CommandLine commandLine
    )
    {
        var sources = new Sources(Session.Root, commandLine, surroundings.Variable);
        Session.Model = new BuildModel([], parameters);
        Session.Profiles = sources.Profiles;
        var binder = new Binder(build, Session, surroundings.Directory);
        List<Problem> problems =
        [
            .. sources.Problems(parameters),
            .. binder.Bind(parameters, sources),
        ];
        Session.Verbosity = Bound("Verbosity", Verbosity.Normal);
        Session.Partition = Bound("Partition", Partition.Whole);
        if (Bound<string?>("Host", null) is { } host)
        {
            Session.Host = KnownHosts.Find(host, surroundings.Variable) ?? Session.Host;
        }

        return problems;
    }

    private T Bound<T>(string name, T otherwise) =>
        Session.Bound.GetValueOrDefault(name) is T value ? value : otherwise;

    private BuildModel Read(
        HubforgeBuild build,
        IReadOnlyList<ParameterModel> parameters,
        Func<HubforgeBuild, Target[]> defaultTargets
    )
    {
        var model = new BuildModel(TargetReader.Read(build, defaultTargets(build)), parameters);
        Session.Model = model;
        return model;
    }

    private PlanRequest Request(BuildModel model, CommandLine commandLine)
    {
        var named =
            commandLine.Values("Target")
            ?? (
                commandLine.Targets is { Count: > 0 } positional
                    ? positional
                    : Bound<string[]>("Target", [])
            );
        var invoked = Find(model, named, "Target").Distinct().ToArray();
        var skipped = Bound<string[]?>("Skip", null) is { } skip
            ? Find(model, skip, "--skip: target")
            : null;
        return new PlanRequest(
            invoked.Length > 0 || named.Count > 0
                ? invoked
                : [.. model.Targets.Where(target => target.IsDefault)],
            skipped
        );
    }

    private TargetModel? WhyTarget(BuildModel model) =>
        Bound<string?>("Why", null) is { } name ? model.FindTarget(name) : null;

    private List<TargetModel> Find(BuildModel model, IReadOnlyList<string> names, string what)
    {
        var found = new List<TargetModel>();
        foreach (var name in names)
        {
            if (model.FindTarget(name) is { } target)
            {
                found.Add(target);
            }
            else
            {
                _problems.Add(UnknownTarget.Describe(model, name, what));
            }
        }

        return found;
    }

    private int Help(BuildModel model)
    {
        if (!Bound("NoLogo", false))
        {
            surroundings.Output.WriteLine(Engine.Title + "\n");
        }

        surroundings.Output.Write(HelpText.Of(model));
        return ExitCodes.Done;
    }
}
