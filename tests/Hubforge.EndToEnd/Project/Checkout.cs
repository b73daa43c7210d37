using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Project;

/// <summary>The checkout that the tests were built from. It is read, never changed (its cache under <c>.nuke/temp</c> apart).</summary>
internal static class Checkout
{
    public static AbsolutePath Root { get; } = FindRoot();

    /// <summary>Returns the files that a commit of everything would hold, relative to the root.</summary>
    public static async Task<IReadOnlyList<string>> ListFilesAsync(
        CancellationToken cancellationToken
    )
    {
        var output = await Programs.ReadAsync(
            "git",
            ["-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cancellationToken
        );
        return
        [
            .. output
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .Where(name => (Root / name).FileExists), // one deleted and not committed is still listed
        ];
    }

    private static AbsolutePath FindRoot()
    {
        var folder = AbsolutePath.Parse(AppContext.BaseDirectory);
        while (!(folder / "Hubforge.slnx").FileExists)
        {
            folder =
                folder.Parent
                ?? throw new DirectoryNotFoundException("The tests do not run below a checkout.");
        }

        return folder;
    }
}
