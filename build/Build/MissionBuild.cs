using System.Collections.Immutable;
using Hubforge.Automation;
using Hubforge.Build.Work;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Missions;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Images;
using Hubforge.Missions.Solving;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Build;

/// <summary>The parameters that the targets share, and what they work on: missions, their environments, and the parts that do the work.</summary>
internal abstract class MissionBuild : HubforgeBuild, IProvision, IConfigure, IShowEvidence
{
    private const string AllMissions = "all";
    private const string UsualMission = "demo";

    [Parameter(
        "Missions to work on: names of folders in deployments, or all; without it demo, and for Check all",
        Environment = "DEPLOYMENT_NAME",
        ValueProviderMember = nameof(MissionChoices)
    )]
    readonly string[] Mission = [];

    [Parameter(
        "Install from the locks (true), or solve the floating specs first and write new locks (false)",
        Environment = "USE_FROZEN"
    )]
    protected readonly bool UseFrozen = true;

    [Parameter(
        "Fail when a lock is older than its specs, or when what is installed drifts from it"
    )]
    protected readonly bool StrictLocks;

    [Parameter("Packages that may move in a solve; all others stay as locked")]
    readonly string[] Update = [];

    [Parameter(
        "Version that update-requirements renews the specs to before a solve: none, latest or x.y.z",
        Environment = "CAL_VERSION"
    )]
    readonly string CalVersion = "none";

    [Parameter(
        "Platforms to lock and build for instead of those of mission.yml, such as linux/amd64",
        Environment = "PLATFORM"
    )]
    readonly string[] Platform = [];

    [Parameter("Base image to pull instead of the one of mission.yml", Environment = "BASE_IMAGE")]
    readonly string? BaseImage;

    [Parameter("Tag of the mission's image", Environment = "IMAGE_TAG")]
    readonly string Tag = "latest";

    [Parameter(
        "Registry repository to push to; an OCI image layout in artifacts/<mission>/oci without it"
    )]
    protected readonly string? Repository;

    [Parameter("User who pushes there; otherwise whoever `docker login` knows")]
    protected readonly string? RegistryUser;

    [Parameter("Password or token of that user")]
    protected readonly Secret? RegistryPassword;

    [Parameter(
        "Address or docker context of the engine; otherwise DOCKER_HOST, the current context or a usual socket"
    )]
    readonly string? Engine;

    [Parameter("Buildx builder that builds instead of the engine's own")]
    readonly string? Builder;

    [Parameter("Network of builds and solves: default, host or none")]
    readonly string? Network;

    [Parameter("Index that pip solves and downloads from")]
    readonly string? PipIndexUrl;

    [Parameter("Second index that pip solves and downloads from")]
    readonly string? PipExtraIndexUrl;

    [Parameter(
        "Logins of hosts that packages come from, each https://user:password@host; solves and builds see them, images do not"
    )]
    [Secret]
    readonly HostLogin[] PackageLogin = [];

    [Parameter("Folder in the containers, or page, with packages for pip")]
    readonly string? PipFindLinks;

    [Parameter("Host that pip trusts without a certificate")]
    readonly string? PipTrustedHost;

    [Parameter("What a conda channel's name is appended to")]
    readonly string? CondaChannelAlias;

    [Parameter("Mirror that apt installs from")]
    readonly string? AptMirror;

    [Parameter("Snapshot archive with the locked versions of Debian packages")]
    readonly string? AptSnapshotUrl;

    private PartsSource? _source;
    private ImmutableArray<Mission>? _missions;

    /// <summary>The missions that were asked for, by name.</summary>
    /// <exception cref="InvalidSpecsException">A <c>mission.yml</c> is wrong.</exception>
    public IReadOnlyList<Mission> Missions =>
        _missions ??= [.. SelectedMissions.Select(ReadMission)];

    /// <summary>The environments of these missions.</summary>
    public IEnumerable<MissionEnvironment> Environments =>
        Missions.SelectMany(mission =>
            mission.Environments.Select(environment => new MissionEnvironment(mission, environment))
        );

    /// <summary>What the targets do.</summary>
    public MissionWork Work => new(Source, Processes, InputFiles, Reporter);

    /// <summary>The same, for those targets whose results belong on the page of a CI job.</summary>
    protected SummarisedWork Summarised => new(Work, Host.Summary, Reporter);

    /// <summary>What is done already.</summary>
    protected CurrencyChecks Checks => new(Source, InputFiles);

    /// <summary>What the results are made from.</summary>
    protected static MissionInputs InputFiles => new(RootDirectory);

    /// <summary>The one door to programs.</summary>
    public IProcessRunner Processes { get; } = new ProcessRunner();

    /// <summary>The engine and all that works on it.</summary>
    public PartsSource Source => _source ??= new PartsSource(Settings(), Processes);

    private EngineSearch EngineSearch => EngineSearch.From(Engine, ProcessVariables.Find);

    /// <summary>Everything that <c>--mission</c> takes.</summary>
    public static IEnumerable<string> MissionChoices =>
        [.. new Deployments(RootDirectory).ListNames(), AllMissions];

    /// <summary>Everything that <c>--environment</c> takes: the environments of all missions.</summary>
    public static IEnumerable<string> EnvironmentChoices =>
        new Deployments(RootDirectory).ListEnvironmentNames();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> SetupValues
    {
        get
        {
            (string Key, string? Value)[] values =
            [
                ("DEPLOYMENT_NAME", string.Join(' ', SelectedMissions)),
                ("USE_FROZEN", UseFrozen ? "1" : "0"),
                ("CAL_VERSION", CalVersion),
                ("IMAGE_TAG", Tag),
                ("PLATFORM", string.Join(' ', Platform)),
                ("BASE_IMAGE", BaseImage),
            ];
            return values
                .Where(pair => pair.Value is { Length: > 0 })
                .ToDictionary(pair => pair.Key, pair => pair.Value!);
        }
    }

    /// <inheritdoc/>
    public async Task<Evidence?> ShowEvidenceAsync(CancellationToken cancellationToken)
    {
        if (await Source.FindQuestionsAsync(cancellationToken) is not { } questions)
        {
            return null;
        }

        var artifacts = new Artifacts(RootDirectory);
        return new Evidence
        {
            Paths =
            [
                RootDirectory / "common",
                RootDirectory / "deployments",
                .. Missions.Select(mission => artifacts.Of(mission.Name)),
                .. DockerConfiguration,
            ],
            Questions = questions,
        };
    }

    private IEnumerable<AbsolutePath> DockerConfiguration =>
        EngineSearch.ConfigurationDirectory is { } folder
            ? [folder / "config.json", folder / "contexts"]
            : [];

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Describe()
    {
        var deployments = new Deployments(RootDirectory);
        var names = deployments.ListNames();
        return new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["missions"] = [.. names],
            ["environments"] =
            [
                .. names.SelectMany(name =>
                    deployments
                        .Get(name)
                        .Environments.Select(environment => $"{name}/{environment.Name}")
                ),
            ],
        };
    }

    protected static IEnumerable<string> Files(IEnumerable<InputFile> files) =>
        files.Select(file => file.Path.ToString());

    /// <summary>The names of these missions.</summary>
    public IReadOnlyList<string> SelectedMissions =>
        Mission.Contains(AllMissions, StringComparer.OrdinalIgnoreCase)
            ? new Deployments(RootDirectory).ListNames()
        : Mission.Length == 0 ? [UsualMission]
        : NamedMissions;

    /// <inheritdoc/>
    public IReadOnlyList<string> CheckedMissions =>
        Mission.Length == 0 ? new Deployments(RootDirectory).ListNames() : SelectedMissions;

    private string[] NamedMissions =>
        [.. Mission.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private Mission ReadMission(string name)
    {
        var mission = new Deployments(RootDirectory).Get(name);
        var settings = mission.Settings;
        return mission with
        {
            Settings = settings with
            {
                Platforms = Platform.Length > 0 ? [.. Platform] : settings.Platforms,
                Base = BaseImage is { Length: > 0 } image ? new PulledBase(image) : settings.Base,
                // A pipeline sets the variable to nothing where nobody gave it a value.
                Repository = Repository is { Length: > 0 } ? Repository : settings.Repository,
            },
        };
    }

    private WorkSettings Settings() =>
        new(
            RootDirectory,
            new BuildOptions
            {
                Tag = Tag,
                StrictLocks = StrictLocks,
                Network = Network,
                Variables = Mirrors(),
                Logins =
                [
                    .. PackageLogin,
                    .. GivenMirrors().SelectMany(mirror => HostLogin.In(mirror.Value)),
                ],
            }
        )
        {
            EngineSearch = EngineSearch,
            Builder = Builder,
            Registry = LogsIn ? new RegistryCredentials(RegistryUser!, RegistryPassword!) : null,
            UseFrozen = UseFrozen,
            Update = [.. UpdateNames.Require(Missions, Update)],
            CalVersion = CalVersion,
            EngineHint =
                "./build.sh ... --provision installs and starts one on Debian; or name one with --engine or DOCKER_HOST",
        };

    /// <summary>Whether a push logs in as the user of the parameters.</summary>
    protected bool LogsIn => !string.IsNullOrWhiteSpace(RegistryUser);

    // A password in an address would stay in the history of images.
    private ImmutableSortedDictionary<string, string> Mirrors() =>
        GivenMirrors()
            .ToImmutableSortedDictionary(
                mirror => mirror.Name,
                mirror => HostLogin.RemoveFrom(mirror.Value)
            );

    private IEnumerable<(string Name, string Value)> GivenMirrors()
    {
        (string Name, string? Value)[] mirrors =
        [
            ("PIP_INDEX_URL", PipIndexUrl),
            ("PIP_EXTRA_INDEX_URL", PipExtraIndexUrl),
            ("PIP_FIND_LINKS", PipFindLinks),
            ("PIP_TRUSTED_HOST", PipTrustedHost),
            ("CONDA_CHANNEL_ALIAS", CondaChannelAlias),
            ("APT_MIRROR", AptMirror),
            ("APT_SNAPSHOT_URL", AptSnapshotUrl),
        ];
        return mirrors
            .Where(mirror => mirror.Value is { Length: > 0 })
            .Select(mirror => (mirror.Name, mirror.Value!));
    }
}
