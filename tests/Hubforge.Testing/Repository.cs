using Hubforge.Primitives;

namespace Hubforge.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root folder: the one with the solution.</summary>
    public static AbsolutePath Root { get; } = Find();

    private static AbsolutePath Find()
    {
        var folder = AbsolutePath.Parse(AppContext.BaseDirectory);
        while (folder is not null && !(folder / "Hubforge.slnx").FileExists)
        {
            folder = folder.Parent;
        }

        return folder ?? throw new InvalidOperationException("the tests do not run in a checkout");
    }
}
