using Hubforge.Primitives;

namespace Hubforge.Conventions.Tests;

/// <summary>The files of the checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static AbsolutePath Root { get; } = FindRoot();

    public static IEnumerable<AbsolutePath> Sources(params string[] folders) =>
        folders
            .SelectMany(folder =>
                Directory.EnumerateFiles(Root / folder, "*.cs", SearchOption.AllDirectories)
            )
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.Parse);

    public static IEnumerable<AbsolutePath> Projects() =>
        Directory
            .EnumerateFiles(Root / "build", "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.Parse);

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
