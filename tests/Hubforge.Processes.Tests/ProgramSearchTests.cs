using Hubforge.Testing;

namespace Hubforge.Processes.Tests;

public sealed class ProgramSearchTests
{
    private readonly ProcessRunner _runner = new();

    [Test]
    public void A_name_is_found_on_the_path()
    {
        var programs = _runner.ListPrograms("sh");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(programs, Is.Not.Empty.And.All.EndsWith("/sh"));
            Assert.That(_runner.FindProgram("sh"), Is.EqualTo(programs[0]));
        }
    }

    [Test]
    public void A_file_that_cannot_be_executed_is_no_program()
    {
        using var folder = new TempDirectory();
        var file = folder.Write("notes", "text");

        Assert.That(_runner.FindProgram(file), Is.Null);
    }
}
