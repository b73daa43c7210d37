#pragma warning disable RS0030 // the figures are printed for a person, and nothing else here has a reporter
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Hubforge.Benchmarks.Planning;
using Hubforge.Benchmarks.Processes;
using Hubforge.Primitives;

namespace Hubforge.Benchmarks;

/// <summary>
/// Measures what the project promises. <c>dotnet run -c Release --project tests/Hubforge.Benchmarks [-- help targets memory push solve planning]</c>;
/// everything when nothing is named.
/// </summary>
internal static class Program
{
    private static readonly string[] s_all =
    [
        "help",
        "targets",
        "memory",
        "push",
        "solve",
        "planning",
    ];

    public static async Task<int> Main(string[] args)
    {
        var unknown = args.Except(s_all).ToArray();
        if (unknown.Length > 0)
        {
            await Console.Error.WriteLineAsync(
                $"unknown: {string.Join(", ", unknown)}; there are: {string.Join(", ", s_all)}"
            );
            return 2;
        }

        using var scratch = new ScratchFolder();
        foreach (var name in args.Length == 0 ? s_all : args)
        {
            await RunAsync(name, scratch.Path, CancellationToken.None);
        }

        return 0;
    }

    private static async Task RunAsync(
        string name,
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        switch (name)
        {
            case "planning":
                BenchmarkRunner.Run<PlanningBenchmarks>(
                    ManualConfig.Create(DefaultConfig.Instance).WithArtifactsPath(scratch)
                );
                break;
            case "memory":
                await PrintMemoryAsync(["--help"], cancellationToken);
                await PrintMemoryAsync(["Push", "--mission", "demo"], cancellationToken);
                break;
            default:
                Print(
                    await (
                        name switch
                        {
                            "help" => Pairs.HelpAsync(scratch, cancellationToken),
                            "targets" => Pairs.TargetsAsync(scratch, cancellationToken),
                            "push" => Pairs.PushAsync(cancellationToken),
                            _ => Pairs.SolveAsync(scratch, cancellationToken),
                        }
                    )
                );
                break;
        }
    }

    private static void Print(PairResult result)
    {
        Console.WriteLine();
        Console.WriteLine($"{result.Pair.Name} ({result.First.Count} rounds, one after the other)");
        Console.WriteLine("                                  min     median        max");
        PrintRow(result.Pair.First.Label, result.First, " s");
        PrintRow(result.Pair.Second.Label, result.Second, " s");
        PrintRow("second to first", result.Ratios, "");
    }

    private static void PrintRow(string label, Spread spread, string unit) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {label, -26} {spread.Min, 8:F3} {spread.Median, 10:F3} {spread.Max, 10:F3}{unit}"
            )
        );

    private static async Task PrintMemoryAsync(
        string[] arguments,
        CancellationToken cancellationToken
    )
    {
        var bytes = await PeakMemory.MeasureAsync(arguments, cancellationToken);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"peak memory of ./build.sh {string.Join(' ', arguments)}: {bytes / 1048576.0:F1} MiB"
            )
        );
    }
}
