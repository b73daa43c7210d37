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
}
