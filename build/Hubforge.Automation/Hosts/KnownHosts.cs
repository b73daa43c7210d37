namespace Hubforge.Automation.Hosts;

/// <summary>The hosts that the engine knows, and which of them it runs on.</summary>
internal static class KnownHosts
{
    /// <summary>Names that <c>--host</c> takes.</summary>
    public static IReadOnlyList<string> Names => ["Terminal"];

    /// <summary>Returns the host of that name; null when there is none.</summary>
    public static Host? Find(string name, Func<string, string?> variable) =>
        Binding.NameKey.Same(name, "Terminal") ? new TerminalHost() : null;

    /// <summary>Returns the host that the environment shows, a terminal when it shows none.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static Host Detect(Func<string, string?> variable) => new TerminalHost();
}
