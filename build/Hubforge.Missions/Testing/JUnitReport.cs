using System.Globalization;
using System.Text;
using System.Xml;

namespace Hubforge.Missions.Testing;

/// <summary>Writes test reports in the form that CI systems read: one suite an environment.</summary>
internal static class JUnitReport
{
    public static string Render(TestReport report)
    {
        var text = new StringBuilder();
        using (
            var writer = XmlWriter.Create(
                text,
                new XmlWriterSettings
                {
                    Indent = true,
                    NewLineChars = "\n",
                    OmitXmlDeclaration = true,
                }
            )
        )
        {
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", report.Mission);
            WriteCounts(writer, report.Tests);
            foreach (var suite in report.Tests.GroupBy(test => test.Environment))
            {
                WriteSuite(writer, suite.Key, [.. suite]);
            }

            writer.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void WriteSuite(
        XmlWriter writer,
        string environment,
        IReadOnlyList<TestCaseResult> tests
    )
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", environment.Length == 0 ? "image" : environment);
        WriteCounts(writer, tests);
        foreach (var test in tests)
        {
            WriteCase(writer, test);
        }

        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, TestCaseResult test)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", $"{test.Environment}.{test.Phase}");
        writer.WriteAttributeString("name", Clean(test.Name));
        writer.WriteAttributeString("time", Number(test.Seconds));
        var message = Clean(test.Message);
        switch (test.Outcome)
        {
            case TestOutcome.Failed:
                writer.WriteStartElement("failure");
                writer.WriteAttributeString("message", message.Trim().Split('\n')[^1]);
                writer.WriteString(message);
                writer.WriteEndElement();
                break;
            case TestOutcome.Skipped:
                writer.WriteStartElement("skipped");
                writer.WriteAttributeString("message", message);
                writer.WriteEndElement();
                break;
            case TestOutcome.Warning:
                writer.WriteElementString("system-out", message);
                break;
        }

        writer.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter writer, IReadOnlyCollection<TestCaseResult> tests)
    {
        writer.WriteAttributeString("tests", Number(tests.Count));
        writer.WriteAttributeString(
            "failures",
            Number(tests.Count(test => test.Outcome == TestOutcome.Failed))
        );
        writer.WriteAttributeString(
            "skipped",
            Number(tests.Count(test => test.Outcome == TestOutcome.Skipped))
        );
        writer.WriteAttributeString("time", Number(tests.Sum(test => test.Seconds)));
    }

    private static string Number(double value) =>
        value.ToString("0.###", CultureInfo.InvariantCulture);

    // Notebooks print colours and worse; XML 1.0 has no way to write most control characters.
    private static string Clean(string text) =>
        string.Concat(text.Where(one => XmlConvert.IsXmlChar(one)));
}
