using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>Reads the environment variables that a CI host documents.</summary>
internal sealed class HostVariables(Func<string, string?> read)
{
    /// <summary>Returns the value; empty when the variable is not set.</summary>
    public string Get(string name) => read(name) ?? "";

    /// <summary>Returns the path; null when the variable is not set, or holds no absolute path.</summary>
    public AbsolutePath? FindPath(string name) =>
        read(name) is { } path && Path.IsPathFullyQualified(path) ? AbsolutePath.Parse(path) : null;
}
