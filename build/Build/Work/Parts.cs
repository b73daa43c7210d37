using Hubforge.Containers.Building;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Graphs;
using Hubforge.Missions.Images;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Publishing;
using Hubforge.Missions.Solving;
using Hubforge.Missions.Testing;
using Hubforge.Processes;

namespace Hubforge.Build.Work;

/// <summary>Everything that works on an engine, put together: the composition root of the build.</summary>
internal sealed record Parts(DockerEngine Engine)
{
    public required ContainerRunner Containers { get; init; }

    public required BaseImages Bases { get; init; }

    public required CommonImages Commons { get; init; }

    public required MissionImages Images { get; init; }

    public required EnvironmentSolver Solver { get; init; }

    public required ImageTests Tests { get; init; }

    public required EnvironmentGraphs Graphs { get; init; }

    public required TestResults Results { get; init; }

    public required ImagePublisher Publisher { get; init; }

    /// <summary>Opens the engine and puts everything together on it.</summary>
    /// <exception cref="Containers.EngineUnavailableException">No engine answers.</exception>
    public static async Task<Parts> OpenAsync(
        WorkSettings settings,
        EngineFinder finder,
        IProcessRunner processes,
        CancellationToken cancellationToken
    )
    {
        var engine = await finder.OpenAsync(settings.EngineSearch, cancellationToken);
        var containers = new ContainerRunner(engine, TimeProvider.System);
        return Compose(settings, processes, engine, containers);
    }

    private static Parts Compose(
        WorkSettings settings,
        IProcessRunner processes,
        DockerEngine engine,
        ContainerRunner containers
    )
    {
        var root = settings.Root;
        var docker = new DockerCli(processes, engine) { Builder = settings.Builder };
        var services = new ImageServices(
            engine,
            new ImageBuilder(engine, docker),
            new RegistryLogins(processes, settings.EngineSearch.ConfigurationDirectory)
        );
        var inputs = new MissionInputs(root);
        var fingerprints = new ImageFingerprints(inputs);
        var artifacts = new Artifacts(root);
        var results = new TestResults(artifacts);
        return new Parts(engine)
        {
            Containers = containers,
            Bases = new BaseImages(
                root,
                services,
                new RootImages(root, services, processes),
                fingerprints
            ),
            Commons = new CommonImages(root, services, fingerprints),
            Images = new MissionImages(root, services, fingerprints),
            Solver = new EnvironmentSolver(
                new SolveSandbox(root, engine, containers, inputs),
                new LockCheck(inputs),
                new LockChanges(artifacts)
            ),
            Tests = new ImageTests(containers, results, TimeProvider.System),
            Graphs = new EnvironmentGraphs(containers, artifacts),
            Results = results,
            Publisher = new ImagePublisher(services, results, artifacts),
        };
    }
}
