using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Project;

/// <summary>
/// The build program as <c>build.sh</c> publishes it, made once in the checkout and carried over into the copies, which then start without compiling.
/// The folder is named for the content of the sources, so that <c>build.sh</c> still decides whether it may be used.
/// </summary>
internal static class PublishedProgram
{
    private static readonly SemaphoreSlim s_publishing = new(1);
    private static AbsolutePath? s_folder;

    public static async Task CarryIntoAsync(AbsolutePath root, CancellationToken cancellationToken)
    {
        var folder = await GetFolderAsync(cancellationToken);
        var target = root / ".nuke/temp/program" / folder.Name;
        Directory.CreateDirectory(target.Parent!);
        await Programs.ReadAsync("cp", ["--recursive", folder, target], cancellationToken);
    }

    private static async Task<AbsolutePath> GetFolderAsync(CancellationToken cancellationToken)
    {
        await s_publishing.WaitAsync(cancellationToken);
        try
        {
            return s_folder ??= await PublishAsync(cancellationToken);
        }
        finally
        {
            s_publishing.Release();
        }
    }

    private static async Task<AbsolutePath> PublishAsync(CancellationToken cancellationToken)
    {
        var help = new Command(Checkout.Root / "build.sh").With("--help") with
        {
            WorkingDirectory = Checkout.Root,
            Environment = BuildEnvironment.Clean,
        };
        await Programs.Runner.RunAsync(help, null, cancellationToken);
        var current = await File.ReadAllLinesAsync(
            Checkout.Root / ".nuke/temp/program/current",
            cancellationToken
        );
        return AbsolutePath.Parse(current[1]);
    }
}
