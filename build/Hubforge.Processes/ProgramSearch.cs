#pragma warning disable RS0030 // PATH belongs to the one door to processes
namespace Hubforge.Processes;

/// <summary>Looks programs up as a shell does.</summary>
internal static class ProgramSearch
{
    public static string Get(string program) =>
        Find(program)
        ?? throw new ProgramNotFoundException(
            program,
            program.Contains('/', StringComparison.Ordinal) ? [program] : Folders()
        );

    public static string? Find(string program) => All(program).FirstOrDefault();

    public static IReadOnlyList<string> List(string program) => [.. All(program).Distinct()];

    private static IEnumerable<string> All(string program) =>
        program.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(program)
            ? IsProgram(program)
                ? [Path.GetFullPath(program)]
                : []
            : Folders()
                .SelectMany(folder => Names(program).Select(name => Path.Combine(folder, name)))
                .Where(IsProgram);

    private static string[] Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );

    private static string[] Names(string program) =>
        OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd", program] : [program];

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ExecuteBits) != 0);

    private const UnixFileMode ExecuteBits =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
