using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Hubforge.Testing;

/// <summary>
/// Compares text with a committed file beside the test, <c>Class.Test.approved.txt</c>. A difference leaves <c>.received.txt</c> there, to be looked at and renamed.
/// </summary>
public static class Approved
{
    /// <summary>Fails when <paramref name="actual"/> is not the approved text.</summary>
    /// <param name="actual">The text; line ends do not matter.</param>
    /// <param name="name">Tells several texts of one test apart; none when null.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="test">Filled in by the compiler.</param>
    public static void Matches(
        string actual,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string test = ""
    )
    {
        var stem =
            Path.Combine(
                Path.GetDirectoryName(Locate(file))!,
                Path.GetFileNameWithoutExtension(file)
            ) + $".{test}{(name is null ? "" : "." + name)}";
        var received = actual.ReplaceLineEndings("\n");
        var approved = File.Exists(stem + ".approved.txt")
            ? File.ReadAllText(stem + ".approved.txt").ReplaceLineEndings("\n")
            : "";
        if (received == approved)
        {
            File.Delete(stem + ".received.txt");
            return;
        }

        File.WriteAllText(stem + ".received.txt", received);
        Assert.That(
            received,
            Is.EqualTo(approved),
            $"Look at {stem}.received.txt; rename it to .approved.txt when it is right."
        );
    }

    // A build for CI maps the root of the sources to /_/.
    private static string Locate(string file)
    {
        if (!file.StartsWith("/_/", StringComparison.Ordinal))
        {
            return file;
        }

        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "global.json")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException(
                    "No folder with global.json above the tests."
                );
        }

        return Path.Combine(folder, file[3..]);
    }
}
