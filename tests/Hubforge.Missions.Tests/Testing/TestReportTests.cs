using Hubforge.Missions.Testing;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Testing;

public sealed class TestReportTests : IDisposable
{
    private const string Id =
        "sha256:0000000000000000000000000000000000000000000000000000000000000001";

    private readonly TempDirectory _temp = new();

    private TestResults Results => new(new Artifacts(_temp.Root));

    public void Dispose() => _temp.Dispose();

    [Test]
    public void A_line_that_cannot_be_read_is_a_failed_test()
    {
        var file = _temp.Write(
            "report.jsonl",
            """
            {"environment":"astro","phase":"imports","name":"numpy","outcome":"passed","seconds":0.5,"message":""}

            {"environment":"astro","phase":"notebooks","name":"a.ipynb","outcome":"failed","seconds":1,"message":"boom"}
            {"environment":"astro","pha
            """
        );

        var tests = TestLines.Read(file);

        Assert.That(
            tests.Select(test => $"{test.Phase} {test.Name} {test.Outcome}"),
            Is.EqualTo([
                "imports numpy Passed",
                "notebooks a.ipynb Failed",
                "structure line 3 of the report Failed",
            ])
        );
    }

    [Test]
    public async Task Only_the_image_that_passed_counts_as_passed()
    {
        await Results.WriteAsync(Report(passed: true), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Results.HavePassed("demo", Id), Is.True);
            Assert.That(Results.HavePassed("demo", Id + "2"), Is.False);
            Assert.That(Results.HavePassed("other", Id), Is.False);
        }
    }

    [Test]
    public async Task A_failed_a_forgotten_and_a_torn_result_do_not_count_as_passed()
    {
        await Results.WriteAsync(Report(passed: false), CancellationToken.None);
        var failed = Results.HavePassed("demo", Id);
        await Results.WriteAsync(Report(passed: true), CancellationToken.None);
        Results.Forget("demo");
        var forgotten = Results.HavePassed("demo", Id);
        _temp.Write("artifacts/demo/test-report.json", "{\"mission\":\"demo\",\"pas");
        var torn = Results.HavePassed("demo", Id);

        Assert.That((failed, forgotten, torn), Is.EqualTo((false, false, false)));
    }

    [Test]
    public void The_JUnit_report_has_a_suite_for_each_environment_and_survives_any_output()
    {
        var text = JUnitReport.Render(Report(passed: false));

        var document = System.Xml.Linq.XDocument.Parse(text);
        var root = document.Root!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                root.Elements("testsuite").Select(suite => suite.Attribute("name")?.Value),
                Is.EqualTo(["astro", "plain"])
            );
            Assert.That(root.Attribute("failures")?.Value, Is.EqualTo("1"));
            Assert.That(
                root.Descendants("failure").Single().Value,
                Is.EqualTo("Traceback\n[31mNameError: x <&>")
            );
        }
    }

    [Test]
    public void The_failure_names_every_failed_test()
    {
        var failure = new TestsFailedException(Report(passed: false), _temp / "report.json");

        Assert.That(
            failure.Message,
            Does.Contain("1 passed, 1 failed, 1 skipped")
                .And.Contain("astro notebooks: a.ipynb: NameError: x <&>")
        );
    }

    [TestCase(
        "imports",
        "photlib.fast",
        "ImportError: numpy.core.multiarray failed to import",
        "photlib"
    )]
    [TestCase(
        "imports",
        "survey",
        "ValueError: numpy.dtype size changed\n  File \"/opt/envs/astro/lib/python3.11/site-packages/photlib/fast.py\", line 1\nValueError: numpy.dtype size changed",
        "photlib"
    )]
    [TestCase(
        "notebooks",
        "a.ipynb",
        "File /opt/conda/envs/astro/lib/python3.11/site-packages/photlib/__init__.py:5\nValueError: numpy.ufunc size changed, may indicate binary incompatibility",
        "photlib"
    )]
    public void A_package_for_another_numpy_is_told_how_to_be_compiled(
        string phase,
        string name,
        string message,
        string package
    )
    {
        var test = new TestCaseResult("astro", phase, name)
        {
            Outcome = TestOutcome.Failed,
            Message = message,
        };

        var failure = new TestsFailedException(
            Report(passed: false) with
            {
                Tests = [test],
            },
            _temp / "report.json"
        );

        Assert.That(
            failure.Message,
            Does.Contain($"try:       recompile {package} against the numpy that is installed")
                .And.Contain($"env-src-install astro {package}")
        );
    }

    private static TestReport Report(bool passed) =>
        new()
        {
            Mission = "demo",
            ImageId = Id,
            Passed = passed,
            Started = DateTimeOffset.UnixEpoch,
            Seconds = 1,
            ExitCode = passed ? 0 : 1,
            Tests =
            [
                new("astro", "imports", "numpy"),
                new("astro", "notebooks", "a.ipynb")
                {
                    Outcome = TestOutcome.Failed,
                    Message = "Traceback\n\u001b[31mNameError: x <&>\0",
                },
                new("plain", "notebooks", "b.ipynb") { Outcome = TestOutcome.Skipped },
            ],
        };
}
