namespace Hubforge.Processes.Tests;

public sealed class ProcessIdentityTests
{
    [Test]
    public void This_program_has_not_ended()
    {
        var identity = ProcessIdentity.Parse(ProcessIdentity.Current.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(identity, Is.EqualTo(ProcessIdentity.Current));
            Assert.That(identity!.HasEnded(), Is.False);
        }
    }

    [Test]
    public void Another_start_time_is_another_program()
    {
        var identity = ProcessIdentity.Parse(ProcessIdentity.Current + "1");

        Assert.That(identity!.HasEnded(), Is.True);
    }

    [Test]
    public void Nothing_is_known_of_other_machines()
    {
        var identity = ProcessIdentity.Parse("elsewhere/x/y 1 2");

        Assert.That(identity!.HasEnded(), Is.False);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a b c")]
    public void Other_text_is_no_identity(string? text)
    {
        Assert.That(ProcessIdentity.Parse(text), Is.Null);
    }
}
