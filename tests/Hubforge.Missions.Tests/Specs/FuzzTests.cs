using System.Text;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Specs.Yaml;
using Hubforge.Missions.Tests.Locks;
using Hubforge.Primitives;

namespace Hubforge.Missions.Tests.Specs;

public sealed class FuzzTests
{
    private const int Rounds = 3000;

    private static readonly string _hash = new('a', 64);

    private static IEnumerable<TestCaseData> Files() =>
        [
            Case(
                "astro.yml",
                "name: astro\nchannels: [conda-forge]\ndependencies:\n  - python=3.11\n  - 'numpy>=1,<2'\n  - pip:\n    - pyyaml>=6; python_version < \"3.12\"\n"
            ),
            Case(
                "a.conda",
                "# list\nconda-forge::scipy>=1.11,<2\nnumpy=1.26=py311*\npkg[version='>=1',build=*_0]\n"
            ),
            Case(
                "a.pip",
                "-r other.pip\nnumpy>=1.26,<3 # why\npkg[extra,more]~=1.2 ; (os_name == 'posix' and python_version >= '3.9') or extra == 'x'\ngit+https://example.invalid/a.git@main#egg=a\nb @ https://example.invalid/b.whl\nc==1!2.0.post1+local.1 \\\n  --hash=sha256:"
                    + _hash
                    + "\n"
            ),
            Case("a.apt", "libgomp1\nlibblas3=3.12.0-3\n"),
            Case(
                "astro.explicit",
                "@EXPLICIT\nhttps://example.invalid/linux-64/numpy-1.26.4-py311_0.conda#"
                    + new string('b', 32)
                    + "\n"
            ),
            Case(
                "mission.yml",
                "title: T\nbase:\n  image: quay.io/x/y:1@sha256:"
                    + _hash
                    + "\nmanager: mamba\nplatforms: [linux/amd64]\ntags: [a, b]\ntest: {jobs: 2, timeout: 60}\ndev:\n  port: 8888\n"
            ),
            Case("requirements.txt", LockFiles.Requirements),
            Case("conda-linux-64.lock", LockFiles.Conda),
            Case("apt.lock", LockFiles.Apt),
            Case("lock.json", LockFiles.Manifest("astro")),
        ];

    [TestCaseSource(nameof(Files))]
    public void No_edit_of_a_valid_file_ends_in_an_unhandled_exception(string name, string text)
    {
        using var repository = new MissionRepository();
        var original = Encoding.UTF8.GetBytes(text);
        var mutations = new Mutations(seed: name.Length);
        var file = repository.Root / "fuzz" / name;
        Directory.CreateDirectory(file.Parent!);

        for (var round = 0; round < Rounds; round++)
        {
            var edited = mutations.Next(original);

            Assert.That(
                () => Parse(file, edited, repository.Root),
                Throws.Nothing,
                $"round {round}: {Convert.ToBase64String(edited)}"
            );
        }
    }

    private static TestCaseData Case(string name, string text) =>
        new TestCaseData(name, text).SetArgDisplayNames(name);

    private static void Parse(AbsolutePath file, byte[] content, AbsolutePath root)
    {
        var problems = new ProblemList();
        if (SourceText.Decode(file, content, problems) is not { } source)
        {
            Assert.That(problems.HasErrors);
            return;
        }

        switch (file.Name)
        {
            case "mission.yml":
                new MissionSettingsReader(root, source, problems).Read("demo");
                break;
            case "requirements.txt":
                new RequirementsLockReader(source, problems).Read();
                break;
            case "conda-linux-64.lock":
                CondaLockReader.Read(source, "linux-64", problems);
                break;
            case "apt.lock":
                AptLockReader.Read(source, problems);
                break;
            case "lock.json":
                LockManifest.Parse(source, problems);
                break;
            default:
                File.WriteAllBytes(file, content);
                SpecReader.Read(SpecFile.Classify(file), "astro", problems);
                new YamlReader(source, problems).Read();
                break;
        }
    }
}
