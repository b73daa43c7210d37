using System.Globalization;
using System.Text.RegularExpressions;

namespace Hubforge.Tools.Tests.Recorded;

/// <summary>One command of a real tool with everything that it left behind.</summary>
internal sealed partial record Recording(string Name, string CommandLine)
{
    public int ExitCode { get; private init; }

    public string Output { get; private init; } = "";

    public string Error { get; private init; } = "";

    public string Log => $"{Output}\n{Error}";

    public static Recording Load(string set, string name)
    {
        var path = Path.Combine(FolderOf(set), name + ".txt");
        var match = Form().Match(File.ReadAllText(path));
        return match.Success
            ? new Recording(name, match.Groups["command"].Value)
            {
                ExitCode = int.Parse(match.Groups["exit"].Value, CultureInfo.InvariantCulture),
                Output = match.Groups["output"].Value,
                Error = match.Groups["error"].Value,
            }
            : throw new InvalidDataException(path);
    }

    public static IEnumerable<Recording> LoadAll(string set) =>
        Directory
            .EnumerateFiles(FolderOf(set), "*.txt")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal)
            .Select(name => Load(set, name));

    private static string FolderOf(string set) =>
        Path.Combine(TestContext.CurrentContext.TestDirectory, "Recordings", set);

    [GeneratedRegex(
        @"\A\$ (?<command>.*?)\nexit code: (?<exit>-?\d+)\nseconds: [\d.]+\n----- stdout \(\d+ characters\)\n(?<output>.*)----- stderr \(\d+ characters\)\n(?<error>.*)\z",
        RegexOptions.Singleline
    )]
    private static partial Regex Form();
}
