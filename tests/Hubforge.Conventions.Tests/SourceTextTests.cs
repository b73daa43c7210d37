namespace Hubforge.Conventions.Tests;

public sealed class SourceTextTests
{
    // Their text is composed, with its last line, where they are thrown; the last two are caught and never reach a person.
    private static readonly string[] s_textFromThrower =
    [
        "InvalidBuildException.cs",
        "TargetFailedException.cs",
        "ValueSetException.cs",
        "SshTunnelException.cs",
        "WrongHintException.cs",
    ];

    [Test]
    public void A_pragma_says_why_on_its_own_line()
    {
        var wrong = Lines("build", "tests")
            .Where(line =>
                SourcePatterns.Pragma().Match(line.Text) is { Success: true } match
                && !match.Groups["rest"].Value.Contains(" // ", StringComparison.Ordinal)
            )
            .Select(line => line.Place);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_pragmas_of_the_build_do_not_multiply()
    {
        var count = Lines("build").Count(line => SourcePatterns.Pragma().IsMatch(line.Text));

        Assert.That(count, Is.LessThanOrEqualTo(20));
    }

    [Test]
    public void Every_expected_failure_ends_with_something_to_try()
    {
        var wrong = Checkout
            .Sources("build")
            .Where(file => SourcePatterns.ExceptionClass().IsMatch(File.ReadAllText(file)))
            .Where(file =>
                file.Name != "HubforgeException.cs" && !s_textFromThrower.Contains(file.Name)
            )
            .Where(file => !File.ReadAllText(file).Contains(".Try(", StringComparison.Ordinal))
            .Select(file => file.RelativeTo(Checkout.Root));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_comment_promises_later_work()
    {
        var wrong = Lines("build", "tests")
            .Where(line =>
                line.Text.Contains("// TODO", StringComparison.Ordinal)
                || line.Text.Contains("// HACK", StringComparison.Ordinal)
            )
            .Select(line => line.Place);

        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<(string Place, string Text)> Lines(params string[] folders) =>
        Checkout
            .Sources(folders)
            .Where(file => file.Name != nameof(SourceTextTests) + ".cs")
            .SelectMany(file =>
                File.ReadLines(file)
                    .Select(
                        (text, index) => ($"{file.RelativeTo(Checkout.Root)}:{index + 1}", text)
                    )
            );
}
