using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Tests.Locks;

public sealed class LockDiffTests
{
    private readonly LockDiff _diff = LockDiff.Between(
        Lock(("numpy", "1.26.4"), ("six", "1.16"), ("gone", "1")),
        Lock(("numpy", "2.0"), ("six", "1.16"), ("fresh", "0.1")),
        "linux/amd64"
    );

    [Test]
    public void The_text_names_what_was_added_removed_and_moved() =>
        Assert.That(
            _diff.ToText(),
            Is.EqualTo(
                """
                astro (linux/amd64): 1 added, 1 removed, 1 changed
                  + fresh 0.1 (pip)
                  - gone 1 (pip)
                  ~ numpy 1.26.4 -> 2.0 (pip)
                """
            )
        );

    [Test]
    public void The_Markdown_is_a_table_for_each_environment() =>
        Assert.That(
            _diff.ToMarkdown(),
            Is.EqualTo(
                """
                ### astro (linux/amd64)

                | Package | From | To | Kind |
                |---|---|---|---|
                | fresh | (added) | 0.1 | pip |
                | gone | 1 | (removed) | pip |
                | numpy | 1.26.4 | 2.0 | pip |

                """
            )
        );

    [Test]
    public void Everything_is_added_when_there_was_no_lock() =>
        Assert.That(
            LockDiff.Between(null, Lock(("a", "1")), "linux/amd64").ToText(),
            Does.Contain("1 added, 0 removed, 0 changed")
        );

    [Test]
    public void Equal_locks_have_no_changes() =>
        Assert.That(
            LockDiff.Between(Lock(("a", "1")), Lock(("a", "1")), "linux/amd64").ToText(),
            Is.EqualTo("astro (linux/amd64): no package moved")
        );

    private static EnvironmentLock Lock(params (string Name, string Version)[] packages) =>
        new(AbsolutePath.Parse("/x"), "astro")
        {
            Packages =
            [
                .. packages.Select(package => new LockedPackage(
                    Ecosystem.Pip,
                    package.Name,
                    package.Version
                )),
            ],
            Manifest = null,
            Digest = "",
        };
}
