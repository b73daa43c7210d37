using Hubforge.Testing;

namespace Hubforge.Conventions.Tests;

/// <summary>The committed pipelines are those of the build class. In a copy, so that a run in the checkout is not disturbed.</summary>
[CancelAfter(60_000)]
public sealed class CommittedPipelinesTests : IDisposable
{
    private const string Workflows = ".github/workflows";

    private readonly TempDirectory _copy = new();

    public CommittedPipelinesTests()
    {
        Directory.CreateDirectory(_copy / ".nuke");
        foreach (var folder in (string[])[Workflows, "deployments", "common/base"])
        {
            Copy(folder);
        }
    }

    public void Dispose() => _copy.Dispose();

    [Test]
    public async Task They_pass_the_check(CancellationToken cancellationToken)
    {
        var result = await BuildProgram.RunAsync(
            _copy.Root,
            ["GenerateCi", "--check"],
            cancellationToken
        );

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
    }

    [Test]
    public async Task A_stale_one_fails_and_is_named(CancellationToken cancellationToken)
    {
        await File.AppendAllTextAsync(
            _copy / $"{Workflows}/push.yml",
            "# edited by hand\n",
            cancellationToken
        );

        var result = await BuildProgram.RunAsync(
            _copy.Root,
            ["GenerateCi", "--check"],
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Output + result.Error, Does.Contain("push.yml"));
        }
    }

    private void Copy(string folder)
    {
        var files = Directory.EnumerateFiles(
            Checkout.Root / folder,
            "*",
            SearchOption.AllDirectories
        );
        foreach (var file in files)
        {
            var target = _copy / Path.GetRelativePath(Checkout.Root, file);
            Directory.CreateDirectory(target.Parent!);
            File.Copy(file, target);
        }
    }
}
