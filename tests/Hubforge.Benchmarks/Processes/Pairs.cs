using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Benchmarks.Processes;

/// <summary>The pairs that the project promises something about.</summary>
internal static class Pairs
{
    private const string Mission = "demo";
    private const string Twins = "twins";

    public static ProcessRunner Runner { get; } = new();

    public static AbsolutePath Root { get; } = FindRoot();

    /// <summary>Warm help, bash and all, against a hello world: at most 4 times.</summary>
    public static async Task<PairResult> HelpAsync(
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var hello = await HelloWorld.CompileAsync(scratch, cancellationToken);
        return await new Pair(
            "Help",
            new("dotnet hello.dll", new Command("dotnet").With(hello.ToString())),
            new("./build.sh --help", BuildIn(Root, "--help"))
        ).MeasureAsync(cancellationToken);
    }

    /// <summary>Three empty targets through the project's own build.sh, warm, against a hello world: at most 5 times.</summary>
    public static async Task<PairResult> TargetsAsync(
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var hello = await HelloWorld.CompileAsync(scratch, cancellationToken);
        var project = await EmptyTargets.MakeAsync(scratch, cancellationToken);
        return await new Pair(
            "Three empty targets",
            new("dotnet hello.dll", new Command("dotnet").With(hello.ToString())),
            new("./build.sh Third", BuildIn(project, "Third"))
        ).MeasureAsync(cancellationToken);
    }

    /// <summary>A push that finds nothing to do, against one fully cached <c>docker build</c> of the same image: less.</summary>
    public static async Task<PairResult> PushAsync(CancellationToken cancellationToken)
    {
        var push = BuildIn(Root, "Push", "--mission", Mission);
        await Runner.RunAsync(push, null, cancellationToken);
        if (!Context.DirectoryExists)
        {
            await Runner.RunAsync(
                BuildIn(Root, "BuildMission", "--mission", Mission, "--force"),
                null,
                cancellationToken
            );
            await Runner.RunAsync(push, null, cancellationToken);
        }

        return await new Pair(
            "A push with nothing to do",
            new("docker build, all cached", await CachedBuildAsync(cancellationToken)),
            new("./build.sh Push", push)
        )
        {
            Rounds = 10,
        }.MeasureAsync(cancellationToken);
    }

    /// <summary>Solving two environments side by side against one after the other: at most 0.65. In a clone, because it writes locks.</summary>
    public static async Task<PairResult> SolveAsync(
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var clone = scratch / "clone";
        await Runner.RunAsync(
            new Command("git").With("clone", "--quiet", Root.ToString(), clone.ToString()),
            null,
            cancellationToken
        );
        MakeTwins(clone / "deployments");
        return await new Pair(
            "Solving two environments",
            new("--jobs 1", Solve(clone, "1")),
            new("--jobs 2", Solve(clone, "2"))
        )
        {
            Rounds = 3,
        }.MeasureAsync(cancellationToken);
    }

    /// <summary>Returns the command of the build program of a checkout.</summary>
    public static Command BuildIn(AbsolutePath root, params IEnumerable<string> arguments) =>
        new Command(root / "build.sh").With([
            .. arguments.Select(argument => (Argument)argument),
        ]) with
        {
            WorkingDirectory = root,
        };

    private static AbsolutePath Context =>
        Root / ".nuke/temp/contexts" / $"hubforge-{Mission}-latest";

    // Two environments of one size: otherwise the ratio tells how much they differ. Solving needs their specs and packages alone.
    private static void MakeTwins(AbsolutePath deployments)
    {
        var demo = deployments / Mission / "image";
        var twins = deployments / Twins;
        Directory.CreateDirectory(twins / "image");
        File.WriteAllText(
            twins / "mission.yml",
            "title: Two environments of one size\nbase:\n  build: common/base\nmanager: venv\n"
        );
        Directory.CreateSymbolicLink(twins / "image/packages", demo / "packages");
        File.Copy(demo / "Dockerfile.custom", twins / "image/Dockerfile.custom");
        foreach (var name in (string[])["one", "two"])
        {
            var folder = twins / "image/environments" / name;
            Directory.CreateDirectory(folder);
            foreach (var kind in (string[])["apt", "pip"])
            {
                File.Copy(demo / $"environments/astro/astro.{kind}", folder / $"{name}.{kind}");
            }

            File.WriteAllText(folder / "kernel.name", name + "\n");
        }
    }

    private static Command Solve(AbsolutePath clone, string jobs) =>
        BuildIn(
            clone,
            "CompileEnvs",
            "--mission",
            Twins,
            "--use-frozen",
            "0",
            "--force",
            "--skip",
            "BuildBase",
            "--jobs",
            jobs
        );

    private static async Task<Command> CachedBuildAsync(CancellationToken cancellationToken)
    {
        var common = await Runner.ReadAsync(
            new Command("docker").With(
                "images",
                "--quiet",
                "--filter",
                "label=hubforge.kind=common"
            ),
            cancellationToken
        );
        return new Command(FindDocker())
            .With("build", "--quiet", "--file", (Context / "Dockerfile").ToString())
            .With("--build-arg", $"COMMON_IMAGE={common.Split('\n')[0]}")
            .With("--build-arg", $"MISSION={Mission}")
            .With(Context.ToString())
            .WithVariable("DOCKER_BUILDKIT", "1");
    }

    // The first docker of a machine is not always one that has BuildKit; Debian's is.
    private static string FindDocker() =>
        File.Exists("/usr/bin/docker") ? "/usr/bin/docker" : "docker";

    private static AbsolutePath FindRoot()
    {
        var folder = AbsolutePath.Parse(AppContext.BaseDirectory);
        while (!(folder / "Hubforge.slnx").FileExists)
        {
            folder =
                folder.Parent
                ?? throw new DirectoryNotFoundException("This does not run below a checkout.");
        }

        return folder;
    }
}
