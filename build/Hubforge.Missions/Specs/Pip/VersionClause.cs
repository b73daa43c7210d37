using Hubforge.Tools.Pip;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>One clause of a version specifier, such as <c>&gt;=1.2</c> or <c>==1.2.*</c>.</summary>
/// <param name="Operator">One of <c>== != &lt;= &gt;= &lt; &gt; ~= ===</c>.</param>
/// <param name="Version">The version as it was written.</param>
internal sealed record VersionClause(string Operator, string Version)
{
    /// <summary>Whether exactly one version satisfies the clause.</summary>
    public bool IsPin => Operator == "===" || (Operator == "==" && !IsPrefix);

    private bool IsPrefix => Version.EndsWith(".*", StringComparison.Ordinal);

    private string Bare => IsPrefix ? Version[..^2] : Version;

    /// <summary>Returns what is wrong with the clause; null when it is well formed.</summary>
    public string? FindMistake()
    {
        if (Operator == "===")
        {
            return null;
        }

        if (IsPrefix && Operator is not ("==" or "!="))
        {
            return $"'{Operator}' takes no '.*'";
        }

        if (PackageVersion.Find(Bare) is null)
        {
            return $"'{Version}' is not a version";
        }

        return Operator == "~=" && !Bare.Contains('.', StringComparison.Ordinal)
            ? $"'~=' needs at least two parts, not '{Version}'"
            : null;
    }

    /// <summary>Whether <paramref name="version"/> satisfies the clause; a clause that is not well formed is satisfied by all.</summary>
    public bool Allows(string version) =>
        Operator == "==="
            ? version == Version
            : VersionSpecifier.Fits(Operator + Version, version) ?? true;

    public override string ToString() => Operator + Version;
}
