using Hubforge.Automation.Binding;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>
/// Finds the folder of the project: the nearest one upwards from the current folder that holds <c>.nuke</c>, or else from the program, so that
/// <c>/path/to/build.sh</c> works from anywhere. A <c>.nuke</c> in the home folder is NUKE's own and marks nothing.
/// </summary>
internal static class RootSearch
{
    /// <exception cref="InvalidBuildException">There is none, or the one that was named is not there.</exception>
    public static AbsolutePath Find(string[] args, Surroundings surroundings)
    {
        var start = surroundings.Directory;
        if (Named(args) is { } named)
        {
            var root = start / named;
            return root.DirectoryExists
                ? root
                : throw new InvalidBuildException(
                    new FailureText("The folder given by --root does not exist.")
                        .With("folder", root)
                        .Try("name the folder that holds .nuke")
                );
        }

        var home = surroundings.Variable("HOME") ?? surroundings.Variable("USERPROFILE");
        return Above(start, home)
            ?? Above(surroundings.ProgramDirectory, null)
            ?? throw new InvalidBuildException(
                new FailureText(
                    "No folder of the project was found: none on the way up holds .nuke."
                )
                    .With("started in", start)
                    .Try(
                        "run from inside the project, name it with --root, or make its .nuke folder"
                    )
            );
    }

    private static AbsolutePath? Above(AbsolutePath? start, string? excluded)
    {
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if ((folder / ".nuke").DirectoryExists && folder.ToString() != excluded)
            {
                return folder;
            }
        }

        return null;
    }

    /// <summary>Returns what <c>--root</c> says, the current folder when it stands alone; null without it.</summary>
    /// <remarks>Needed before parameters are known, because the build class may use the root in its initializers.</remarks>
    private static string? Named(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            if (!CommandLineParser.IsOption(name) || !NameKey.Same(name, "root"))
            {
                continue;
            }

            var next = i + 1 < args.Length ? args[i + 1] : "-root";
            return equals >= 0 ? args[i][(equals + 1)..]
                : CommandLineParser.IsOption(next) ? "."
                : next;
        }

        return null;
    }
}
