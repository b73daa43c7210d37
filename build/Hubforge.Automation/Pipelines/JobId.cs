using System.Text.RegularExpressions;

namespace Hubforge.Automation.Pipelines;

/// <summary>Names that every CI host accepts.</summary>
internal static partial class JobId
{
    /// <summary>Returns the name in lower case with dashes between its words: <c>compile-envs</c> for <c>CompileEnvs</c>.</summary>
    public static string For(string name) => Humps().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Humps();
}
