using System.Globalization;
using Hubforge.Processes;

namespace Hubforge.Benchmarks.Processes;

/// <summary>The most memory that any process of a run had in use at once.</summary>
internal static class PeakMemory
{
    // The kernel counts it for whoever waits for the processes; python is on every machine that runs the tests.
    private const string Script = """
        import resource, subprocess, sys
        subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        """;

    /// <summary>Runs <c>./build.sh</c> twice, the first time to warm up, and returns bytes.</summary>
    public static async Task<long> MeasureAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        var build = Pairs.BuildIn(Pairs.Root, arguments);
        await Pairs.Runner.RunAsync(build, null, cancellationToken);
        var kibibytes = await Pairs.Runner.ReadAsync(
            new Command("python3").With("-c", Script, build.Program).With([.. build.Arguments]) with
            {
                WorkingDirectory = Pairs.Root,
            },
            cancellationToken
        );
        return 1024 * long.Parse(kibibytes, CultureInfo.InvariantCulture);
    }
}
