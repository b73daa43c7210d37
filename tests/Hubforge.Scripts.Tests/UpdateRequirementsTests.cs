using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Scripts.Tests;

/// <summary>The programs with which missions renew their specs.</summary>
[CancelAfter(60_000)]
internal sealed class UpdateRequirementsTests
{
    private const string Old = "# as it was\n";

    private static readonly (string Program, string List, string Package)[] s_programs =
    [
        ("jwebbinar/image/environments/jwebbinar", "jwst.pip", "jwst"),
        ("roman/image/environments/roman-cal", "romancal.pip", "romancal"),
    ];

    private readonly ScriptImage _image = new();

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task A_version_is_pinned_and_the_latest_is_not(
        [ValueSource(nameof(s_programs))] (string Program, string List, string Package) program
    )
    {
        var pinned = await RunAsync(program, "1.2.3");
        var loose = await RunAsync(program, "latest");

        Assert.That(pinned, Does.EndWith($"\n{program.Package} ==1.2.3\n"));
        Assert.That(loose, Does.EndWith($"\n{program.Package}\n"));
    }

    [Test]
    public async Task What_is_no_version_changes_nothing(
        [ValueSource(nameof(s_programs))] (string Program, string List, string Package) program,
        [Values("", "newest", "<html>", "1")] string version
    )
    {
        _image.Write(program.List, Old);

        var result = await _image.RunProgramAsync(ProgramOf(program.Program), version);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.Contain("usage:"));
            Assert.That(_image.Read(program.List), Is.EqualTo(Old));
        }
    }

    private static AbsolutePath ProgramOf(string folder) =>
        Repository.Root / "deployments" / folder / "update-requirements";

    private async Task<string> RunAsync(
        (string Program, string List, string Package) program,
        string version
    )
    {
        var result = await _image.RunProgramAsync(ProgramOf(program.Program), version);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return _image.Read(program.List);
    }
}
