using Hubforge.Automation.Binding;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Hosts;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;
using Hubforge.Automation.Settled;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>One call of the program: loads the build, then answers a question about it or runs a plan.</summary>
internal sealed class Invocation(string[] args, Surroundings surroundings)
{
    private BuildSession? _session;

    public SecretMask Secrets => _session?.Secrets ?? new SecretMask();

    /// <summary>Whether a plan was run, and not only a question answered.</summary>
    public bool HasRun { get; private set; }

    private BuildSession Session => _session!;

    public Task<int> RunAsync(
        Func<HubforgeBuild> create,
        Func<HubforgeBuild, Target[]> defaultTargets
    )
    {
        var completes = args is ["--complete", ..];
        var (build, loader) = Load(create, completes ? [] : args, defaultTargets);
        if (completes)
        {
            return AnsweredAsync(Print(Completion.Of(loader.Model, Session.Root, args[1..])));
        }

        if (loader.CommandLine.Has("Help"))
        {
            return AnsweredAsync(Help(loader.Model));
        }

        // Values that are there and cannot be read without their password are no hindrance to writing others.
        if (
            !Session.Option("Describe", false)
            && Session.Option<string[]?>("Secrets", null) is { } secrets
        )
        {
            ThrowIfAny(loader.CommandLine.Problems);
            var editor = new SecretEditor(loader.Model, Session.Root, surroundings);
            editor.Run(secrets, Session.Profiles is [.., var profile] ? profile : null);
            return AnsweredAsync(ExitCodes.Done);
        }

        var request = loader.Request();
        var why = loader.Why();
        ThrowIfAny(loader.Problems);
        return Answer(build, loader.Model) is { } exitCode
            ? AnsweredAsync(exitCode)
            : PlanAsync(build, loader, why is null ? request : request with { Invoked = [why] });
    }

    /// <summary>Records that the same call would have nothing to do, if it is so.</summary>
    /// <param name="program">The file of the build program.</param>
    /// <param name="create">Makes the instance that the call would make.</param>
    /// <param name="defaultTargets">What runs when the command line names no target.</param>
    public async Task RehearseAsync(
        string program,
        Func<HubforgeBuild> create,
        Func<HubforgeBuild, Target[]> defaultTargets
    )
    {
        var command = SettledCommand.Of(program, args, surroundings);
        var (build, loader) = Load(create, args, defaultTargets);
        if (!CanSettle())
        {
            return;
        }

        var plan = Planner.Create(loader.Request());
        var missing = new MissingParameters(loader.Binder!, null);
        var unmet = new Requirements(build, loader.Model.Parameters, missing.Ask).Check(plan);
        if (loader.Problems.Count + unmet.Count > 0)
        {
            return;
        }

        var rehearsal = new Rehearsal(
            build,
            Session,
            new Engine(build, Session, surroundings),
            plan
        );
        if (await rehearsal.TryAsync(command, surroundings, CancellationToken.None) is { } settled)
        {
            settled.Save(Session.Root);
        }
    }

    // A host wants to be told of each node, a person of a stray variable every time; a secret or a question is not to be remembered; and what was forced is to be done again.
    private bool CanSettle() =>
        !Session.Host.IsServer
        && Session.Verbosity == Verbosity.Normal
        && Secrets.Secrets.Count == 0
        && !StrayVariables.Find(surroundings.Variables(), Session.Model.Parameters).Any()
        && !Session.Option("Force", false)
        && !Session.Option("Continue", false);

    private (HubforgeBuild Build, BuildLoader Loader) Load(
        Func<HubforgeBuild> create,
        string[] arguments,
        Func<HubforgeBuild, Target[]> defaultTargets
    )
    {
        _session = new BuildSession
        {
            Root = RootSearch.Find(args, surroundings),
            Variable = surroundings.Variable,
            Host = KnownHosts.Detect(surroundings.Variable),
        };
        BuildSession.Current = Session;
        var build = create();
        build.Join(Session);
        Session.ProgramTime = File.GetLastWriteTimeUtc(build.GetType().Assembly.Location);
        build.OnBuildCreated();
        var loader = new BuildLoader(surroundings, Session);
        loader.Load(build, arguments, defaultTargets);
        return (build, loader);
    }

    private static Task<int> AnsweredAsync(int exitCode) => Task.FromResult(exitCode);

    private static void ThrowIfAny(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidBuildException(problems);
        }
    }

    // Questions that need no plan; null when none was asked.
    private int? Answer(HubforgeBuild build, BuildModel model)
    {
        if (Session.Option("Describe", false))
        {
            if (Session.Option("Format", "json") is var format and not "json")
            {
                throw new InvalidBuildException(
                    new FailureText($"--format: --describe has no form '{format}'.").Try(
                        "--describe --format json, or --plan html"
                    )
                );
            }

            return Print([BuildDescription.Of(build, model).TrimEnd('\n')]);
        }

        if (Session.Option<string?>("Completion", null) is { } shell)
        {
            return Print([CompletionScript.Of(shell)]);
        }

        return null;
    }

    // Hands tasks on instead of awaiting them: each state machine would have to be compiled at start-up.
    private Task<int> PlanAsync(HubforgeBuild build, BuildLoader loader, PlanRequest request)
    {
        if (request.Invoked.Count == 0)
        {
            return AnsweredAsync(Help(loader.Model));
        }

        var plan = Planner.Create(request);
        var engine = new Engine(build, Session, surroundings);
        if (Session.Option<string?>("Why", null) is not null)
        {
            return ExplainAsync(engine, plan);
        }

        if (Session.Option<string?>("Plan", null) is { } format)
        {
            return ShowAsync(engine, plan, Session.Option("Format", format));
        }

        var missing = new MissingParameters(
            loader.Binder!,
            Session.Host.IsServer ? null : surroundings.Ask
        );
        var unmet = new Requirements(build, loader.Model.Parameters, missing.Ask).Check(plan);
        ThrowIfAny([.. loader.Problems, .. unmet]);
        HasRun = true;
        return engine.RunAsync(plan, args);
    }

    private async Task<int> ExplainAsync(Engine engine, Plan plan)
    {
        var planned = await engine.PreviewAsync(plan, CancellationToken.None);
        return Print([WhyText.Of(planned, plan.Invoked[0]).TrimEnd('\n')]);
    }

    private async Task<int> ShowAsync(Engine engine, Plan plan, string format)
    {
        var planned = await engine.PreviewAsync(plan, CancellationToken.None);
        switch (format)
        {
            case "json":
                return Print([PlanJson.Of(planned).TrimEnd('\n')]);
            case "html":
                var page = Session.Root / ".nuke" / "temp" / "plan.html";
                await AtomicFile.WriteTextAsync(
                    page,
                    Secrets.Apply(PlanPage.Of(planned)),
                    CancellationToken.None
                );
                return Print([page]);
            default:
                var ansi = new Ansi(surroundings.HasColors);
                return Print([PlanText.Of(planned, ansi).TrimEnd('\n')]);
        }
    }

    private int Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            surroundings.Output.WriteLine(Secrets.Apply(line));
        }

        return ExitCodes.Done;
    }

    private int Help(BuildModel model)
    {
        if (!Session.Option("NoLogo", false))
        {
            surroundings.Output.WriteLine(Engine.Title + "\n");
        }

        surroundings.Output.Write(HelpText.Of(model));
        return ExitCodes.Done;
    }
}
