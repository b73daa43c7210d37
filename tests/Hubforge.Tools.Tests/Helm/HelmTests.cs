using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Testing;
using Hubforge.Tools.Helm;

namespace Hubforge.Tools.Tests.Helm;

public sealed class HelmTests
{
    private static readonly HelmChart s_chart = new("jupyterhub")
    {
        Version = "4.0.0",
        Repository = "https://charts.example",
        ValuesFiles = ["common.yaml", "roman.yaml"],
        Values = ImmutableSortedDictionary<string, string>.Empty.Add("image.tag", "v1"),
    };

    private readonly RecordingProcessRunner _processes = new();
    private readonly Tools.Helm.Helm _helm;

    public HelmTests() => _helm = new Tools.Helm.Helm(_processes);

    [Test]
    public async Task An_upgrade_names_release_chart_values_and_namespace()
    {
        await _helm.UpgradeAsync(
            new HelmUpgrade("web", s_chart)
            {
                Namespace = "roman",
                CreateNamespace = true,
                Atomic = true,
                Timeout = TimeSpan.FromMinutes(10),
                DryRun = true,
            },
            CancellationToken.None
        );

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo([
                "helm",
                "upgrade",
                "--install",
                "web",
                "jupyterhub",
                "--version",
                "4.0.0",
                "--repo",
                "https://charts.example",
                "--values",
                "common.yaml",
                "--values",
                "roman.yaml",
                "--set-string",
                "image.tag=v1",
                "--namespace",
                "roman",
                "--create-namespace",
                "--atomic",
                "--timeout",
                "600s",
                "--dry-run",
            ])
        );
    }

    [Test]
    public async Task A_template_needs_no_cluster()
    {
        await _helm.TemplateAsync(
            new HelmTemplate("web", new HelmChart("./chart")) { Namespace = "roman" },
            CancellationToken.None
        );

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo(["helm", "template", "web", "./chart", "--namespace", "roman"])
        );
    }

    [Test]
    public async Task The_status_is_read_from_JSON()
    {
        _processes.Answer(
            "helm status",
            """{"name":"web","info":{"first_deployed":"2024-01-01T00:00:00Z","status":"deployed"},"version":3,"namespace":"roman"}"""
        );

        var release = await _helm.FindAsync(new HelmStatus("web"), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(release!.Status, Is.EqualTo("deployed"));
            Assert.That(release.Revision, Is.EqualTo(3));
            Assert.That(
                _processes.OnlyCommand,
                Is.EqualTo(["helm", "status", "web", "--output", "json"])
            );
        }
    }

    [Test]
    public async Task A_release_that_is_not_there_is_null()
    {
        _processes.Answer("helm status", exitCode: 1, stderr: "Error: release: not found\n");

        var release = await _helm.FindAsync(new HelmStatus("web"), CancellationToken.None);

        Assert.That(release, Is.Null);
    }

    [Test]
    public async Task A_failing_upgrade_names_the_command_and_its_last_error()
    {
        _processes.Answer("helm upgrade", exitCode: 1, stderr: "no such chart");
        var request = new HelmUpgrade("web", new HelmChart("./chart"));

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() =>
            _helm.UpgradeAsync(request, CancellationToken.None)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("helm upgrade --install web ./chart"));
            Assert.That(failure.Message, Does.Contain("no such chart"));
        }
    }
}
