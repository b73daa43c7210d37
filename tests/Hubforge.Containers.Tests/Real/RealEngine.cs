#pragma warning disable RS0030 // which engine is used is told by the environment, as to docker itself
using System.Formats.Tar;
using System.Text;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Processes;

namespace Hubforge.Containers.Tests.Real;

/// <summary>The engine of this machine, with a tiny image that needs no registry. There is no engine test without an engine: it fails.</summary>
internal sealed class RealEngine : IAsyncDisposable
{
    public const string Label = "hubforge.test=containers";

    private readonly List<string> _images = [];

    private RealEngine(DockerEngine engine) => Engine = engine;

    public DockerEngine Engine { get; }

    public static async Task<RealEngine> OpenAsync(CancellationToken cancellationToken) =>
        new(
            await new EngineFinder(new ProcessRunner()).OpenAsync(
                EngineSearch.From(null, Environment.GetEnvironmentVariable),
                cancellationToken
            )
        );

    /// <summary>Makes an image that holds this machine's shell and some tools with their libraries; returns its name.</summary>
    public async Task<ImageReference> MakeImageAsync(CancellationToken cancellationToken)
    {
        var name = ImageReference.Parse($"hubforge-containers-test:{Guid.NewGuid():N}");
        await Engine.Images.ImportAsync(
            new ImageImport(name) { Changes = [$"LABEL {Label}", "ENV PATH=/bin"] },
            (stream, token) => WriteRootAsync(stream, token),
            cancellationToken
        );
        Remember(name.ToString());
        return name;
    }

    /// <summary>Has an image removed after the test.</summary>
    public void Remember(string image) => _images.Add(image);

    public async ValueTask DisposeAsync()
    {
        foreach (var image in Enumerable.Reverse(_images))
        {
            await Engine.Images.RemoveAsync(image, force: true, CancellationToken.None);
        }

        await Engine.DisposeAsync();
    }

    private static async Task WriteRootAsync(Stream stream, CancellationToken cancellationToken)
    {
        string[] programs = ["/bin/sh", "/bin/cat", "/bin/sleep", "/bin/id", "/bin/mkdir"];
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var program in programs)
        {
            files.Add(program);
            files.UnionWith(await LibrariesAsync(program, cancellationToken));
        }

        await using var tar = new TarWriter(stream, leaveOpen: true);
        foreach (var file in files)
        {
            await using var content = File.OpenRead(file);
            var entry = new PaxTarEntry(TarEntryType.RegularFile, file.TrimStart('/'))
            {
                Mode = (UnixFileMode)0b111_101_101,
                DataStream = content,
            };
            await tar.WriteEntryAsync(entry, cancellationToken);
        }

        var users = new PaxTarEntry(TarEntryType.RegularFile, "etc/passwd")
        {
            DataStream = new MemoryStream(
                Encoding.UTF8.GetBytes("root:x:0:0::/:/bin/sh\njovyan:x:1000:100::/:/bin/sh\n")
            ),
        };
        await tar.WriteEntryAsync(users, cancellationToken);
    }

    private static async Task<IEnumerable<string>> LibrariesAsync(
        string program,
        CancellationToken cancellationToken
    )
    {
        var lines = await new ProcessRunner().ReadAsync(
            new Command("ldd").With(program),
            cancellationToken
        );
        return lines
            .Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith('/'));
    }
}
