namespace Hubforge.Primitives.Tests;

public sealed class SecretTests
{
    [Test]
    public void A_secret_is_never_printed()
    {
        var record = new Holder(new Secret("hunter2"));

        Assert.That($"{record}", Does.Contain("***").And.Not.Contain("hunter2"));
    }

    [Test]
    public void Secrets_of_the_same_value_are_equal()
    {
        var secret = new Secret("a");
        var same = new Secret("a");
        var other = new Secret("b");

        Assert.That(secret, Is.EqualTo(same).And.Not.EqualTo(other));
    }

    private sealed record Holder(Secret Password);
}
