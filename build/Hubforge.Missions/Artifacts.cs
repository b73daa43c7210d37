using Hubforge.Primitives;

namespace Hubforge.Missions;

/// <summary>Where results of a mission are kept for people and other programs.</summary>
/// <param name="root">The root of the repository.</param>
public sealed class Artifacts(AbsolutePath root)
{
    /// <summary>The folder of a mission.</summary>
    public AbsolutePath Of(string mission) => root / "artifacts" / mission;

    /// <summary>The report of the last tests, in JSON.</summary>
    public AbsolutePath TestReport(string mission) => Of(mission) / "test-report.json";

    /// <summary>The same in JUnit's form.</summary>
    public AbsolutePath JUnitReport(string mission) => Of(mission) / "test-report.xml";

    /// <summary>What was pushed last.</summary>
    public AbsolutePath Push(string mission) => Of(mission) / "push.json";

    /// <summary>The image layout that a push without a repository writes.</summary>
    public AbsolutePath Layout(string mission) => Of(mission) / "oci";

    /// <summary>What the last solves changed, as Markdown.</summary>
    public AbsolutePath LockChanges(string mission) => Of(mission) / "lock-changes.md";

    /// <summary>A drawing of an environment's packages; <paramref name="kind"/> is the file's extension.</summary>
    public AbsolutePath Graph(string mission, string environment, string kind) =>
        Of(mission) / $"graph-{environment}.{kind}";

    /// <summary>The parts of it, one file an environment and platform.</summary>
    internal AbsolutePath LockChangeParts(string mission) => Of(mission) / "lock-changes";
}
