#pragma warning disable RS0030 // the one switch of the tests, read where it is used
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Hubforge.Testing;

/// <summary>
/// Compares text with a file that was read and approved by a person: <c>NAME.approved.txt</c> beside the test. With the variable
/// <c>HUBFORGE_APPROVE=1</c> the file is written instead; the diff is then reviewed like any other change.
/// </summary>
public static class Approved
{
    /// <summary>Fails when <paramref name="text"/> differs from the approved file; what came is then in <c>NAME.received.txt</c> beside it.</summary>
    public static void Match(string text, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(OnThisMachine(testFile))!;
        var approved = Path.Combine(folder, $"{name}.approved.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        var actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("HUBFORGE_APPROVE") == "1")
        {
            File.WriteAllText(approved, actual);
        }

        var expected = File.Exists(approved)
            ? File.ReadAllText(approved).ReplaceLineEndings("\n").TrimEnd('\n') + "\n"
            : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.That(
            actual,
            Is.EqualTo(expected),
            $"compare {received} with {approved}; HUBFORGE_APPROVE=1 approves"
        );
    }

    /// <summary>Same for a file named <c>CLASS.TEST.approved.txt</c>.</summary>
    /// <param name="text">The text; line ends do not matter.</param>
    /// <param name="name">Tells several texts of one test apart; none when null.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    /// <param name="test">Filled in by the compiler.</param>
    public static void Matches(
        string text,
        string? name = null,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = ""
    )
    {
        var subject = Path.GetFileNameWithoutExtension(testFile);
        var suffix = name is null ? "" : "." + name;
        Match(text, $"{subject}.{test}{suffix}", testFile);
    }

    // Builds for CI write source paths as /_/tests/...
    private static string OnThisMachine(string testFile)
    {
        const string mapped = "/_/";
        return testFile.StartsWith(mapped, StringComparison.Ordinal)
            ? Path.Combine(Repository.Root, testFile[mapped.Length..])
            : testFile;
    }
}
