using Hubforge.Testing;

namespace Hubforge.Scripts.Tests;

/// <summary>The scripts of this repository that go into images.</summary>
internal static class ScriptCatalogue
{
    /// <summary>The names of all commands in common-scripts.</summary>
    public static IEnumerable<string> Commands =>
        Directory
            .EnumerateFiles(ScriptImage.Scripts)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => !name.EndsWith(".sh", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Those that can be used wrongly: the others take any number of environments.</summary>
    public static IEnumerable<string> CommandsWithUsage =>
        Commands.Except(["dump-versions", "fix-certs"]);

    /// <summary>Paths from the repository's root of everything that bash runs.</summary>
    public static IEnumerable<string> BashScripts =>
        Candidates()
            .Where(path =>
                path.EndsWith(".sh", StringComparison.Ordinal) || FirstLine(path).Contains("bash")
            )
            .Select(Relative)
            .Order(StringComparer.Ordinal);

    /// <summary>Paths from the repository's root of everything that Python runs.</summary>
    public static IEnumerable<string> PythonScripts =>
        Candidates()
            .Where(path =>
                path.EndsWith(".py", StringComparison.Ordinal) || FirstLine(path).Contains("python")
            )
            .Select(Relative)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Candidates() =>
        new[] { "common", "deployments", "tests/Hubforge.Scripts.Tests/StandIns" }
            .Append("tests/Hubforge.Scripts.Tests/LocalIndex")
            .Append("tests/Hubforge.Scripts.Tests/Lint")
            .Append("tests/Hubforge.Scripts.Tests/Scenarios")
            .Select(folder => Repository.Root / folder)
            .SelectMany(folder =>
                Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            )
            .Where(path => !path.Contains("/__pycache__/", StringComparison.Ordinal));

    private static string FirstLine(string path)
    {
        var line = File.ReadLines(path).FirstOrDefault() ?? "";
        return line.StartsWith("#!", StringComparison.Ordinal) ? line : "";
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}
