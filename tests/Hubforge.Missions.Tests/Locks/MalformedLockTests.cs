using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Tests.Locks;

public sealed class MalformedLockTests : IDisposable
{
    private const string Folder = "deployments/demo/image/env-frozen/astro/";

    private readonly MissionRepository _repository = new();

    public MalformedLockTests() =>
        _repository.Write(Folder + "requirements.txt", LockFiles.Requirements);

    public void Dispose() => _repository.Dispose();

    [TestCase("requirements.txt", "numpy>=1\n", 1, "'numpy' is not fixed to one version")]
    [TestCase("requirements.txt", "a==1\n", 1, "'a' has no --hash")]
    [TestCase("requirements.txt", "a==1.*\n", 1, "'a' is not fixed to one version")]
    [TestCase(
        "requirements.txt",
        "# x\na @ git+https://x.invalid/a@main\n",
        2,
        "full commit of 40 digits"
    )]
    [TestCase("requirements.txt", "a @ https://x.invalid/a.whl\n", 1, "'a' has no --hash")]
    [TestCase("requirements.txt", "git+https://x.invalid/a\n", 1, "has no name")]
    [TestCase("requirements.txt", "-r other.txt\n", 1, "a lock takes no '--requirement'")]
    [TestCase("requirements.txt", "-e ./a\n", 1, "a lock takes no '--editable'")]
    [TestCase("requirements.txt", "a==1 --hash=sha256:12\n", 1, "is not a hash")]
    [TestCase(
        "conda-linux-64.lock",
        "https://x/linux-64/a-1-0.conda\n",
        1,
        "begins with the line @EXPLICIT"
    )]
    [TestCase(
        "conda-linux-64.lock",
        "@EXPLICIT\nhttps://x/linux-64/a-1-0.conda\n",
        2,
        "'a' has no hash"
    )]
    [TestCase(
        "conda-linux-64.lock",
        "@EXPLICIT\nhttps://x/osx-64/a-1-0.conda#00000000000000000000000000000000\n",
        2,
        "is for osx-64"
    )]
    [TestCase("apt.lock", "libgomp1=1\n", 1, "is not of the form NAME=VERSION sha256:HEX")]
    [TestCase("apt.lock", "libgomp1\n", 1, "is not of the form")]
    [TestCase("requirements.yml", "a: [\n", 2, "not readable as YAML")]
    [TestCase("astro-frozen.yml", "- a\n", 1, "is not a mapping")]
    [TestCase("extra.txt", "x\n", 1, "is not part of a lock")]
    [TestCase("lock.json", "{}\n", 1, "lock.json cannot be read")]
    [TestCase("lock.json", "{\n\"version\": 1,\n", 3, "lock.json cannot be read")]
    [TestCase("lock.json", "null\n", 1, "lock.json has version")]
    [TestCase("requirements.txt", "a==1\r\n", 1, "Windows line ends")]
    public void Every_mistake_is_reported_with_its_file_and_line(
        string file,
        string content,
        int line,
        string message
    )
    {
        _repository.Write(Folder + file, content);

        var problems = new ProblemList();
        new LockReader(_repository.Root / Folder, "astro", problems).Read();

        Assert.That(
            problems
                .ToSorted()
                .Where(problem => problem.File?.Name == file && problem.Line == line),
            Has.Some.Matches<Problem>(problem => Says(problem, message)),
            string.Join('\n', problems.ToSorted())
        );
    }

    [Test]
    public void A_lock_without_requirements_is_reported()
    {
        File.Delete(_repository.Root / Folder / "requirements.txt");
        _repository.Write(Folder + "apt.lock", LockFiles.Apt);

        var problems = new ProblemList();
        new LockReader(_repository.Root / Folder, "astro", problems).Read();

        Assert.That(
            problems.ToSorted().Select(problem => problem.Message),
            Has.Some.EqualTo("the lock of 'astro' has no requirements.txt")
        );
    }

    [Test]
    public void A_lock_edited_by_hand_cannot_be_trusted()
    {
        _repository.Write(Folder + "lock.json", LockFiles.Manifest("astro"));

        var problems = new ProblemList();
        new LockReader(_repository.Root / Folder, "astro", problems).Read();

        Assert.That(
            problems.ToSorted().Select(problem => problem.Message),
            Has.Some.Contains("'requirements.txt' is not what was solved")
        );
    }

    private static bool Says(Problem? problem, string message) =>
        problem!.Message.Contains(message, StringComparison.Ordinal);
}
