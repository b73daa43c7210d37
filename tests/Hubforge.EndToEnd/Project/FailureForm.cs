namespace Hubforge.EndToEnd.Project;

/// <summary>The form of every expected failure: a headline, facts, and last what a person can try; never a stack trace.</summary>
internal static class FailureForm
{
    /// <summary>Asserts the exit code, the form, and that the text names <paramref name="names"/>.</summary>
    public static void AssertIn(BuildOutcome outcome, int exitCode, params string[] names)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(exitCode), outcome.ToString);
            Assert.That(outcome.Text, Does.Match(@"(?m)^.*\btry:\s+\S"), outcome.ToString);
            Assert.That(outcome.Text, Does.Not.Match(@"(?m)^\s+at [\w.]+\("), outcome.ToString);
            foreach (var name in names)
            {
                Assert.That(outcome.Text, Does.Contain(name).IgnoreCase, outcome.ToString);
            }
        }
    }
}
