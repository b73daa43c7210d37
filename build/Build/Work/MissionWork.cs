using Hubforge.Containers;
using Hubforge.Containers.Images;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Graphs;
using Hubforge.Missions.Images;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Publishing;
using Hubforge.Missions.Solving;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Testing;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Tools.Git;

namespace Hubforge.Build.Work;

/// <summary>What the targets do for a mission.</summary>
internal sealed class MissionWork(
    PartsSource source,
    IProcessRunner processes,
    MissionInputs inputs,
    IReporter reporter
)
{
    private WorkSettings Settings => source.Settings;

    public async Task BuildBaseAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        foreach (var order in Orders(mission))
        {
            await parts.Bases.EnsureAsync(order, reporter, cancellationToken);
        }
    }

    public async Task BuildCommonAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        await parts.Commons.EnsureAsync(
            await LabelledAsync(mission, cancellationToken),
            reporter,
            cancellationToken
        );
    }

    public async Task<Image> BuildMissionAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        return await parts.Images.EnsureAsync(
            await LabelledAsync(mission, cancellationToken),
            reporter,
            cancellationToken
        );
    }

    /// <summary>Returns the images that the mission's image is made of, lowest first and itself last, as far as the engine has them.</summary>
    public async Task<IReadOnlyList<(ImageReference Name, Image Image)>> ListImagesAsync(
        Mission mission,
        CancellationToken cancellationToken
    )
    {
        var parts = await source.GetAsync(cancellationToken);
        var order = Order(mission);
        var found = new List<(ImageReference, Image)>();
        foreach (
            var name in (ImageReference[])
                [ImageNames.Base(order), ImageNames.Common(order), ImageNames.Mission(order)]
        )
        {
            if (
                await parts.Engine.Images.FindAsync(name.ToString(), cancellationToken) is { } image
            )
            {
                found.Add((name, image));
            }
        }

        return found;
    }

    /// <summary>Solves the environment, or checks its lock, and returns what moved: something or nothing for each platform that was solved.</summary>
    public Task<IReadOnlyList<LockDiff>> CompileAsync(
        MissionEnvironment environment,
        CancellationToken cancellationToken
    )
    {
        if (!Settings.UseFrozen)
        {
            return SolveAsync(environment, cancellationToken);
        }

        new LockVerifier(new LockCheck(inputs)).Verify(
            environment.Mission,
            environment.Spec,
            Settings.Options.StrictLocks,
            reporter
        );
        return Task.FromResult<IReadOnlyList<LockDiff>>([]);
    }

    public async Task<TestReport> TestAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        var order = Order(mission);
        var image = await parts.Images.GetAsync(order, cancellationToken);
        return await parts.Tests.RunAsync(new TestOrder(order), image, reporter, cancellationToken);
    }

    public async Task<PushReceipt> PushAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        var order = Order(mission);
        var image = await parts.Images.GetAsync(order, cancellationToken);
        return await parts.Publisher.PushAsync(
            new PushOrder(order) { Credentials = Settings.Registry },
            image,
            reporter,
            cancellationToken
        );
    }

    public async Task<EnvironmentDrawing> DrawAsync(
        MissionEnvironment environment,
        (IReadOnlyList<string> Packages, bool Reverse) part,
        CancellationToken cancellationToken
    )
    {
        var parts = await source.GetAsync(cancellationToken);
        var order = Order(environment.Mission);
        var image = await parts.Images.GetAsync(order, cancellationToken);
        return await parts.Graphs.DrawAsync(
            new GraphOrder(order, environment.Spec)
            {
                Packages = [.. part.Packages],
                Reverse = part.Reverse,
            },
            image,
            reporter,
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<LockDiff>> SolveAsync(
        MissionEnvironment environment,
        CancellationToken cancellationToken
    )
    {
        var isForced = AreLocksCurrent(environment);
        var solves = Orders(environment.Mission)
            .Select(order => new SolveOrder(order, environment.Spec)
            {
                Force = isForced,
                Update = Settings.Update,
                CalVersion = Settings.CalVersion,
            })
            .Select(order => SolveAsync(order, cancellationToken))
            .ToList();
        try
        {
            var solved = await Task.WhenAll(solves);
            return [.. solved.Select(result => result.Diff).OfType<LockDiff>()];
        }
        catch (HubforgeException)
        {
            // The first is thrown on; what went wrong for the other platforms would be lost.
            foreach (var failed in solves.Where(solve => solve.IsFaulted).Skip(1))
            {
                reporter.Write(Severity.Error, failed.Exception!.InnerException!.Message);
            }

            throw;
        }
    }

    private async Task<SolveResult> SolveAsync(
        SolveOrder order,
        CancellationToken cancellationToken
    )
    {
        var parts = await source.GetAsync(cancellationToken);
        var baseImage = await parts.Bases.EnsureAsync(order.Image, reporter, cancellationToken);
        return await parts.Solver.SolveAsync(order, baseImage, reporter, cancellationToken);
    }

    // Nothing is to be done then, so that only --force gets here.
    private bool AreLocksCurrent(MissionEnvironment environment) =>
        Settings is { Update.IsEmpty: true, CalVersion: "none" }
        && environment.Mission.Settings.Platforms.All(platform =>
            new LockCheck(inputs).Check(environment.Mission, environment.Spec, platform).IsCurrent
        );

    private ImageOrder Order(Mission mission) => ImageOrder.For(mission, Settings.Options);

    private IEnumerable<ImageOrder> Orders(Mission mission) =>
        mission.Settings.Platforms.Select(platform => new ImageOrder(
            mission,
            platform,
            Settings.Options
        ));

    // Only what is really built asks git: a run that finds nothing to do starts no program.
    private async Task<ImageOrder> LabelledAsync(
        Mission mission,
        CancellationToken cancellationToken
    )
    {
        var commit = await new Git(processes, Settings.Root).FindHeadAsync(cancellationToken);
        return Order(mission) with
        {
            Options = Settings.Options with
            {
                Revision = commit?.Id.ToString(),
                Created = commit?.Time,
            },
        };
    }
}
