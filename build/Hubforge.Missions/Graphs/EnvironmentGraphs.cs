using System.Collections.Immutable;
using System.Text;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions.Images;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Tools.Conda;
using Hubforge.Tools.Graphs;
using Hubforge.Tools.Pipdeptree;

namespace Hubforge.Missions.Graphs;

/// <summary>Draws which package of an environment asks for which, with pipdeptree and graphviz of the mission's own image.</summary>
/// <param name="containers">Runs them.</param>
/// <param name="artifacts">Where the drawings go.</param>
public sealed class EnvironmentGraphs(ContainerRunner containers, Artifacts artifacts)
{
    private const string Folder = "/tmp/hubforge-graph";

    // In the environment, whose programs come first: pipdeptree is its own or the image's, and looks at the environment's python.
    private const string Read = $"""
        mkdir -p {Folder}
        env-run "$1" pipdeptree --python "$(env-run "$1" sh -c 'command -v python')" --json --warn silence >{Folder}/pip.json || exit $?
        env-run "$1" sh -c 'if [ -d "$CONDA_PREFIX/conda-meta" ]; then cp -R "$CONDA_PREFIX/conda-meta" {Folder}/; fi'
        """;

    private const string Draw =
        $"env-run \"$1\" dot -Tsvg -o {Folder}/graph.svg -Tpng -o {Folder}/graph.png {Folder}/graph.dot";

    /// <summary>Draws the graph as SVG and PNG.</summary>
    /// <exception cref="PackageNotInstalledException">A package was named that the environment does not have.</exception>
    /// <exception cref="GraphNotDrawnException">The image lacks pipdeptree or graphviz, or the environment is broken.</exception>
    public async Task<EnvironmentDrawing> DrawAsync(
        GraphOrder order,
        Image image,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var scratch = AbsolutePath.Parse(
            Directory.CreateTempSubdirectory("hubforge-graph-").FullName
        );
        try
        {
            var run = new GraphRun(order, image, reporter);
            var whole = await ReadAsync(run, scratch, cancellationToken);
            var graph = whole.Around(Require(order, whole), order.Reverse);
            return await DrawAsync(run, graph, scratch, cancellationToken);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<DependencyGraph> ReadAsync(
        GraphRun run,
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var read = scratch / "read";
        await RunAsync(
            run,
            new ContainerRun(Container(run, Read)) { Outputs = [new ContainerCopy(read, Folder)] },
            "pipdeptree",
            cancellationToken
        );
        var pip = PipdeptreeGraph.Parse(
            await File.ReadAllTextAsync(read / "pip.json", cancellationToken)
        );
        // Conda knows what pip cannot see: python itself, libraries, programs.
        return pip.With(CondaGraph.From(CondaMetadata.ReadFolder(read / "conda-meta")));
    }

    private static ImmutableArray<string> Require(GraphOrder order, DependencyGraph graph)
    {
        var missing = order
            .Packages.Where(name => !graph.Packages.ContainsKey(PackageName.Normalise(name)))
            .ToList();
        return missing.Count == 0
            ? order.Packages
            : throw new PackageNotInstalledException(order.Environment.Name, missing, graph);
    }

    private async Task<EnvironmentDrawing> DrawAsync(
        GraphRun run,
        DependencyGraph graph,
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var (mission, name) = (run.Order.Image.Mission.Name, run.Order.Environment.Name);
        var text = scratch / "graph.dot";
        await File.WriteAllTextAsync(
            text,
            DotText.Write(graph, $"{mission}: {name}"),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            cancellationToken
        );
        var drawing = new EnvironmentDrawing(
            graph,
            artifacts.Graph(mission, name, "svg"),
            artifacts.Graph(mission, name, "png")
        );
        await RunAsync(
            run,
            new ContainerRun(Container(run, Draw))
            {
                Inputs = [new ContainerCopy(text, $"{Folder}/graph.dot")],
                Outputs = [new ContainerCopy(scratch / "drawn", Folder)],
            },
            "dot",
            cancellationToken
        );
        await TakeAsync(scratch / "drawn" / "graph.svg", drawing.Svg);
        await TakeAsync(scratch / "drawn" / "graph.png", drawing.Png);
        return drawing;
    }

    // A killed run leaves the old drawing or the new one, never half of it.
    private static Task TakeAsync(AbsolutePath from, AbsolutePath to) =>
        AtomicFile.WriteAsync(
            to,
            temporary =>
            {
                File.Copy(from, temporary);
                return Task.CompletedTask;
            }
        );

    private async Task RunAsync(
        GraphRun run,
        ContainerRun container,
        string program,
        CancellationToken cancellationToken
    )
    {
        var output = new StringBuilder();
        var result = await containers.RunAsync(
            container,
            line =>
            {
                lock (output)
                {
                    output.Append(line.Text).Append('\n');
                }

                run.Reporter.Write(Severity.Debug, line.Text);
            },
            cancellationToken
        );
        if (result.ExitCode != 0)
        {
            throw new GraphNotDrawnException(
                run.Order,
                program,
                (result.ExitCode, output.ToString())
            );
        }
    }

    private static ContainerSpec Container(GraphRun run, string script) =>
        new(run.Image.Id)
        {
            Entrypoint = ["/bin/sh"],
            Command = ["-c", script, "hubforge", run.Order.Environment.Name],
            // As root, because what is copied in belongs to root.
            User = "0",
            Labels = ImmutableSortedDictionary<string, string>
                .Empty.Add(ImageLabels.Kind, "graph")
                .Add(ImageLabels.Mission, run.Order.Image.Mission.Name),
            Network = "none",
        };

    private sealed record GraphRun(GraphOrder Order, Image Image, IReporter Reporter);
}
