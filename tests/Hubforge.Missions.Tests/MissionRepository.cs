using System.Text;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Tests;

/// <summary>A repository in a temporary folder with one flawless mission, <c>demo</c>, for tests to spoil.</summary>
internal sealed class MissionRepository : IDisposable
{
    public const string Environments = "deployments/demo/image/environments/";
    public const string Astro = Environments + "astro/";

    public MissionRepository()
    {
        Root = AbsolutePath.Parse(Directory.CreateTempSubdirectory("hubforge-missions-").FullName);
        Write("common/base/Dockerfile", "FROM scratch\n");
        Write("common/image/Dockerfile", "FROM scratch\n");
        Write("common/image/Dockerfile.trailer", "USER jovyan\n");
        Write("common/image/common-env/common.pip", "papermill\n");
        Write("deployments/demo/mission.yml", "base:\n  build: common/base\nmanager: venv\n");
        Write("deployments/demo/image/Dockerfile.custom", "FROM scratch\n");
        Write(Environments + "test", "#!/bin/bash\n", isExecutable: true);
        Write(Environments + "post-start-hook", "#!/bin/bash\n", isExecutable: true);
        Write(Environments + "common-hints.pip", "setuptools<80\n");
        Write(
            Astro + "astro.yml",
            "name: astro\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11\n  - pip:\n    - pyyaml>=6\n"
        );
        Write(Astro + "tools.conda", "scipy>=1.11\n");
        Write(Astro + "science.pip", "# what we need\nnumpy>=1.26,<3  # arrays\nastropy\n");
        Write(Astro + "system.apt", "libgomp1\n");
        Write(Astro + "build-hints.pip", "numpy<3\n");
        Write(Astro + "kernel.name", "Astronomy\n");
        Write(Astro + "tests/imports", "numpy\nastropy.units\n");
        Write(Astro + "tests/notebooks", "#skipped.ipynb\n!/opt/alone.ipynb\nreal.ipynb\n");
        Write(Astro + "tests/real.ipynb", "{\"cells\": []}\n");
    }

    public AbsolutePath Root { get; }

    public Deployments Deployments => new(Root);

    public Mission Demo => Deployments.Get("demo");

    public AbsolutePath Write(string path, string text, bool isExecutable = false) =>
        Write(path, Encoding.UTF8.GetBytes(text), isExecutable);

    public AbsolutePath Write(string path, byte[] content, bool isExecutable = false)
    {
        var file = Root / path;
        Directory.CreateDirectory(file.Parent!);
        File.WriteAllBytes(file, content);
        if (!OperatingSystem.IsWindows() && isExecutable)
        {
            File.SetUnixFileMode(
                file,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        return file;
    }

    public void Delete(string path) => File.Delete(Root / path);

    public IReadOnlyList<Problem> Check() => new SpecChecker(Deployments).Check(["demo"]);

    /// <summary>Returns every file with its content, to compare before and after.</summary>
    public string Snapshot() =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => path + " " + Convert.ToHexString(File.ReadAllBytes(path)))
        );

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
