namespace Hubforge.Primitives.Tests;

public sealed class FailureTextTests
{
    [Test]
    public void Facts_stand_below_the_headline_and_advice_last()
    {
        var text = new FailureText("It failed.")
            .With("where", "here")
            .With("nothing", (string?)null)
            .With("lines", "one\ntwo\n")
            .Try("again");

        Assert.That(
            text,
            Is.EqualTo(
                """
                It failed.
                  where:     here
                  lines:     one
                             two
                  try:       again
                """
            )
        );
    }

    [Test]
    public void An_empty_list_says_so()
    {
        Assert.That(
            new FailureText("x").With("exists", Array.Empty<string>()).ToString(),
            Does.EndWith("exists:    (none)")
        );
    }
}
