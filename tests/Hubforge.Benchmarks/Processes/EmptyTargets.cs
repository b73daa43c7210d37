using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Benchmarks.Processes;

/// <summary>A project like this one, with its engine and its build.sh, whose build is three targets that do nothing.</summary>
internal static class EmptyTargets
{
    private const string Source = """
        using Hubforge.Automation;

        namespace Hubforge.Build;

        internal sealed class Build : HubforgeBuild
        {
            public static int Main(string[] args) => Run<Build>(args, build => build.Third);

            Target First => target => target.Executes(() => { });

            Target Second => target => target.DependsOn(First).Executes(() => { });

            Target Third => target => target.DependsOn(Second).Executes(() => { });
        }
        """;

    /// <summary>Clones the last commit, replaces its build, and lets build.sh publish it once.</summary>
    public static async Task<AbsolutePath> MakeAsync(
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var project = scratch / "empty-targets";
        await Pairs.Runner.RunAsync(
            new Command("git").With("clone", "--quiet", Pairs.Root.ToString(), project.ToString()),
            null,
            cancellationToken
        );
        var build = project / "build/Build";
        foreach (var file in Directory.EnumerateFiles(build, "*.cs", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        await File.WriteAllTextAsync(build / "Build.cs", Source + "\n", cancellationToken);
        await Pairs.Runner.RunAsync(Pairs.BuildIn(project, "Third"), null, cancellationToken);
        return project;
    }
}
