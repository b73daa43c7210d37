using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Checks;

/// <summary>Checks that programs can be started.</summary>
internal static class Executables
{
    /// <summary>Reports a file that nobody may execute, or that has no interpreter line. Windows keeps no such mode.</summary>
    public static void Require(AbsolutePath file, ProblemList problems)
    {
        const UnixFileMode AnyExecute =
            UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & AnyExecute) == 0)
        {
            problems.Error(
                new Place(file, 1),
                $"'{file.Name}' is not executable",
                $"chmod +x {file}"
            );
        }

        if (
            SourceText.Load(file, problems) is { } source
            && !source.Text.StartsWith("#!", StringComparison.Ordinal)
        )
        {
            problems.Error(
                source.At(1),
                $"'{file.Name}' does not say which program runs it",
                "begin it with: #!/bin/bash"
            );
        }
    }
}
