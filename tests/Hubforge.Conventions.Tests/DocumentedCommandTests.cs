using System.Text.RegularExpressions;

namespace Hubforge.Conventions.Tests;

/// <summary>What the pages show can be typed and compiled.</summary>
public sealed partial class DocumentedCommandTests
{
    // --describe is answered when everything before it was understood: targets, options and their values.
    [Test]
    [CancelAfter(60_000)]
    public async Task A_documented_command_is_understood(
        [ValueSource(typeof(DocumentedCommands), nameof(DocumentedCommands.OfBuild))]
            string arguments,
        CancellationToken cancellationToken
    )
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = await BuildProgram.RunAsync(
            Checkout.Root,
            [.. words, "--describe"],
            cancellationToken
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    [Test]
    public void A_documented_project_is_there(
        [ValueSource(typeof(DocumentedCommands), nameof(DocumentedCommands.ProjectsOfDotnet))]
            string project
    )
    {
        var path = Checkout.Root / project;

        Assert.That(path.DirectoryExists || path.FileExists, project);
    }

    [Test]
    public void Documented_CSharp_stands_in_a_sample_that_is_compiled(
        [ValueSource(typeof(DocumentedCommands), nameof(DocumentedCommands.PiecesOfCSharp))]
            string piece
    )
    {
        var samples = Checkout
            .Sources("docs/samples")
            .Select(file => Squeeze(File.ReadAllText(file)));

        Assert.That(samples, Has.Some.Contains(Squeeze(piece)));
    }

    private static string Squeeze(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
