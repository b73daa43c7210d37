using Hubforge.Automation.Binding;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>Finds the folder of the project: the nearest one upwards that holds <c>.nuke</c>.</summary>
internal static class RootSearch
{
    /// <exception cref="InvalidBuildException">There is none, or the one that was named is not there.</exception>
    public static AbsolutePath Find(AbsolutePath start, string? named)
    {
        if (named is not null)
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

        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if ((folder / ".nuke").DirectoryExists)
            {
                return folder;
            }
        }

        throw new InvalidBuildException(
            new FailureText("No folder of the project was found: none on the way up holds .nuke.")
                .With("started in", start)
                .Try("run from inside the project, name it with --root, or make its .nuke folder")
        );
    }

    /// <summary>Returns what <c>--root</c> says, the current folder when it stands alone; null without it.</summary>
    /// <remarks>Needed before parameters are known, because the build class may use the root in its initializers.</remarks>
    public static string? Named(string[] args)
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
