using static Hubforge.Missions.Tests.MissionRepository;

namespace Hubforge.Missions.Tests.Specs;

/// <summary>The corpus of mistakes that people make in specs.</summary>
internal static class MalformedSpecs
{
    private const string Settings = "deployments/demo/mission.yml";
    private const string Yaml = Astro + "astro.yml";
    private const string Pip = Astro + "science.pip";
    private const string Conda = Astro + "tools.conda";
    private const string Apt = Astro + "system.apt";
    private const string Hints = Astro + "build-hints.pip";
    private const string Base = "base:\n  build: common/base\n";

    public static IEnumerable<MalformedSpec> All() =>
        [
            .. OfSettings(),
            .. OfYaml(),
            .. OfPip(),
            .. OfConda(),
            .. OfOtherLists(),
            .. OfEncodings(),
            .. OfTests(),
            .. OfContradictions(),
        ];

    private static IEnumerable<MalformedSpec> OfSettings() =>
        [
            new(Settings, "", 1, "must be a mapping, it is empty"),
            new(Settings, "- base\n", 1, "must be a mapping, it is a list"),
            new(Settings, "title: X\n", 1, "'base' is missing"),
            new(Settings, Base + "mangaer: venv\n", 3, "unknown key 'mangaer'"),
            new(Settings, Base + "manager: vnev\n", 3, "unknown manager 'vnev'"),
            new(Settings, Base + "platforms: [linux/amd46]\n", 3, "unknown platform 'linux/amd46'"),
            new(Settings, Base + "platforms: {a: b}\n", 3, "'platforms' must be a list"),
            new(Settings, Base + "tags:\n  - good\n  - 'not good'\n", 5, "'not good' is not a tag"),
            new(Settings, Base + "repository: Registry/Upper\n", 3, "is not a repository"),
            new(
                Settings,
                Base + "name: other\n",
                3,
                "the name 'other' is not the name of the folder"
            ),
            new(Settings, "base: common/base\n", 1, "'base' must be a mapping"),
            new(
                Settings,
                "base:\n  build: nowhere\n",
                2,
                "the base folder 'nowhere' holds no Dockerfile"
            ),
            new(Settings, "base:\n  image: 'Not An Image'\n", 2, "is not the name of an image"),
            new(
                Settings,
                "base:\n  build: common/base\n  image: x\n",
                2,
                "exactly one of 'image' and 'build'"
            ),
            new(
                Settings,
                "base:\n  image: quay.io/jupyter/x@sha256:12\n",
                2,
                "is not the name of an image"
            ),
            new(Settings, Base + "test:\n  jobs: many\n", 4, "'jobs' must be a whole number"),
            new(Settings, Base + "test:\n  timeout: 0\n", 4, "'timeout' must be a whole number"),
            new(Settings, Base + "test:\n  retries: 2\n", 4, "unknown key 'retries'"),
            new(Settings, Base + "dev:\n  port: 70000\n", 4, "'port' must be a whole number"),
            new(Settings, Base + "title: A\ntitle: B\n", 4, "the key 'title' is given twice"),
            new(Settings, Base + "title: [\n", 4, "not readable as YAML"),
            new(Settings, Base + "title: *x\n", 3, "anchors and aliases"),
            new(Settings, "base:\n\tbuild: common/base\n", 2, "a tab in the indentation"),
        ];

    private static IEnumerable<MalformedSpec> OfYaml() =>
        [
            new(Yaml, "dependencies:\n  - python\n bad: x\n", 3, "not readable as YAML"),
            new(Yaml, "dependencies:\n  - 'unclosed\n", 2, "not readable as YAML"),
            new(Yaml, "- python\n", 1, "a conda spec is a mapping"),
            new(Yaml, "", 1, "a conda spec is a mapping"),
            new(Yaml, "dependancies:\n  - python\n", 1, "unknown key 'dependancies'"),
            new(Yaml, "dependencies: python\n", 1, "'dependencies' must be a list"),
            new(
                Yaml,
                "dependencies:\n  - python\n  - [a]\n",
                3,
                "a dependency is a match spec or 'pip:'"
            ),
            new(
                Yaml,
                "dependencies:\n  - python\n  -\n",
                3,
                "a dependency is a match spec or 'pip:'"
            ),
            new(Yaml, "dependencies:\n  - pip: numpy\n", 2, "'pip' must be a list"),
            new(Yaml, "dependencies:\n  - pip:\n    - numpy=1.2\n", 3, "pip pins with '=='"),
            new(Yaml, "dependencies:\n  - pip:\n    - a: b\n", 3, "'pip' lists requirements"),
            new(Yaml, "dependencies:\n  - python=>3.11\n", 2, "the '=' comes second"),
            new(Yaml, "channels: {a: b}\ndependencies: []\n", 1, "'channels' must be a list"),
            new(
                Yaml,
                "channels:\n  - conda forge\ndependencies: []\n",
                2,
                "'conda forge' is not a channel"
            ),
            new(Yaml, "dependencies: []\n---\nx: 1\n", 2, "a second YAML document"),
            new(
                Yaml,
                "name: other\ndependencies: [python]\n",
                1,
                "the name 'other' is not that of the folder"
            ),
            new(
                Yaml,
                "prefix: /home/me\ndependencies: [python]\n",
                1,
                "'prefix' is a path on somebody's machine"
            ),
            new(Yaml, "dependencies:\n\t- python\n", 2, "a tab in the indentation"),
            new(Yaml, "a: " + new string('[', 60) + new string(']', 60), 1, "nested too deeply"),
        ];

    private static IEnumerable<MalformedSpec> OfPip() =>
        [
            new(Pip, "numpy=1.26\n", 1, "pip pins with '==', not '='"),
            new(Pip, "\n\nnumpy=>1.26\n", 3, "the '=' comes second"),
            new(Pip, "numpy 1.26\n", 1, "a version needs an operator"),
            new(Pip, "numpy>=1.0 <2\n", 1, "version clauses are separated by ','"),
            new(Pip, "numpy>=1.0,,<2\n", 1, "a version clause is empty"),
            new(Pip, "numpy>=one\n", 1, "'one' is not a version"),
            new(Pip, "numpy>=1.*\n", 1, "'>=' takes no '.*'"),
            new(Pip, "numpy~=1\n", 1, "'~=' needs at least two parts"),
            new(Pip, "!numpy\n", 1, "does not begin with the name of a package"),
            new(Pip, "numpy scipy\n", 1, "is not a version clause"),
            new(Pip, "jax[cuda 12]\n", 1, "is not the name of an extra"),
            new(Pip, "jax[cuda\n", 1, "does not begin with the name of a package"),
            new(Pip, "numpy; python_verison < '3.12'\n", 1, "did you mean 'python_version'?"),
            new(Pip, "numpy; python_version\n", 1, "a comparison is expected"),
            new(Pip, "numpy; (os_name == 'nt'\n", 1, "a ')' is missing"),
            new(Pip, "numpy; os_name == 'nt' junk\n", 1, "'junk' is not expected"),
            new(Pip, "tool @\n", 1, "nothing follows '@'"),
            new(Pip, "-r missing.pip\n", 1, "the included file 'missing.pip' does not exist"),
            new(Pip, "-r\n", 1, "the option '--requirement' needs a value"),
            new(Pip, "--index-ulr https://example.invalid\n", 1, "did you mean '--index-url'?"),
            new(Pip, "-x\n", 1, "pip has no option '-x'"),
            new(Pip, "--pre yes\n", 1, "takes no value"),
            new(Pip, "numpy==1.26 --hash=md5:123\n", 1, "is not a hash of the form"),
            new(Pip, "numpy==1.26 --upgrade\n", 1, "no option '--upgrade' for one requirement"),
            new(Pip, "numpy \\\n", 1, "no line follows"),
            new(Pip, "numpy \\\n  = 1\n", 1, "pip pins with '=='"),
            new(Hints, "numpy[extra]<2\n", 1, "a constraint takes no extras"),
            new(Hints, "-e ./here\n", 1, "a constraint cannot be editable"),
            new(Hints, "git+https://x.invalid/a\n", 1, "begins with the name of a package"),
            new(Pip, "numpy\n./here\n", 2, "no lock can hold what the path './here' leads to"),
            new(Pip, "-e ../here\n", 1, "no lock can hold what the path '../here' leads to"),
            new(
                Environments + "common-hints.pip",
                "ok<1\nsetuptools=80\n",
                2,
                "pip pins with '=='"
            ),
        ];

    private static IEnumerable<MalformedSpec> OfConda() =>
        [
            new(Conda, ">=1.0\n", 1, "does not begin with the name of a package"),
            new(Conda, "scipy\nnumpy pandas\n", 2, "'pandas' is not a version"),
            new(Conda, "# ok\nscipy >=1.0 build extra\n", 2, "has too many words"),
            new(Conda, "scipy>=1.0,\n", 1, "a version clause is empty"),
            new(Conda, "scipy[version='1'\n", 1, "'[' is not closed"),
            new(Conda, "scipy[verison=1]\n", 1, "did you mean 'version'?"),
            new(Conda, "scipy[version]\n", 1, "is not KEY=VALUE"),
            new(Conda, "scipy]\n", 1, "']' without '['"),
            new(Conda, "scipy=1.0=b/d\n", 1, "is not a build string"),
            new(Conda, "scipy=<1\n", 1, "the '=' comes second"),
            new(Conda, "scipy>=1;2\n", 1, "is not a version or a condition"),
        ];

    private static IEnumerable<MalformedSpec> OfOtherLists() =>
        [
            new(Apt, "libgomp1 libblas3\n", 1, "is not the name of a Debian package"),
            new(Apt, "# one\nLibGomp1\n", 2, "is not the name of a Debian package"),
            new(Apt, "libgomp1==12\n", 1, "is not the name of a Debian package"),
            new(
                Astro + "astro.explicit",
                "@EXPLICIT\n",
                1,
                "has both astro.yml and astro.explicit"
            ),
            new(
                Astro + "astro.explicit",
                "https://x/linux-64/a-1-0.conda\n",
                1,
                "begins with the line @EXPLICIT"
            )
            {
                Deleted = [Yaml],
            },
            new(
                Astro + "astro.explicit",
                "@EXPLICIT\nnumpy=1.2\n",
                2,
                "bad package address 'numpy=1.2'"
            )
            {
                Deleted = [Yaml],
            },
            new(
                Astro + "astro.explicit",
                "@EXPLICIT\nhttps://x/linux-64/a-1-0.conda#12\n",
                2,
                "the hash has 2 digits"
            )
            {
                Deleted = [Yaml],
            },
            new(
                Astro + "astro.explicit",
                "@EXPLICIT\nhttps://x/linux-64/a-1-0.conda\n",
                2,
                "has no hash"
            )
            {
                Deleted = [Yaml],
            },
            new(
                Astro + "astro.explicit",
                "@EXPLICIT\nhttps://x/osx-64/a-1-0.conda#0123456789abcdef0123456789abcdef\n",
                2,
                "is made for osx-64, images are linux"
            )
            {
                Deleted = [Yaml],
            },
            new(Astro + "astro.explicit", "@EXPLICIT\n", 1, "names no package")
            {
                Deleted = [Yaml],
            },
            new(Astro + "other.explicit", "@EXPLICIT\n", 1, "must be named astro.explicit")
            {
                Deleted = [Yaml],
            },
            new(Astro + "kernel.name", "", 1, "this one has 0"),
            new(Astro + "kernel.name", "One\nTwo\n", 2, "this one has 2"),
            new(
                Astro + "requirements.txt",
                "numpy\n",
                1,
                "the file 'requirements.txt' is not known here"
            ),
            new(Astro + "extra.yaml", "a: b\n", 1, "the file 'extra.yaml' is not known here"),
            new(Astro + "update-requirements", "#!/bin/sh\n", 1, "is not executable"),
            new(Environments + "notes.txt", "x\n", 1, "the file 'notes.txt' is not known here"),
            new(Environments + "test", "", 1, "does not say which program runs it"),
            new(
                Environments + "has space/x.pip",
                "numpy\n",
                1,
                "is not the name of a Jupyter kernel"
            ),
            new(
                Environments + "empty/kernel.name",
                "Empty\n",
                1,
                "looks like an environment, but holds no spec"
            )
            {
                ReportedFile = Environments + "empty",
            },
            new(
                "deployments/demo/image/Dockerfile.costum",
                "x\n",
                1,
                "'Dockerfile.costum' is not known here"
            ),
            new(Astro + "kernel.name.disabled", "", 1, "has no kernel.name")
            {
                Deleted = [Astro + "kernel.name"],
                ReportedFile = Yaml,
            },
            new(Settings, Base, 1, "has no image/Dockerfile.custom")
            {
                Deleted = ["deployments/demo/image/Dockerfile.custom"],
            },
            new(Settings, Base, 1, "has no executable image/environments/test")
            {
                Deleted = [Environments + "test"],
            },
        ];

    private static IEnumerable<MalformedSpec> OfEncodings() =>
        [
            new(Pip, "numpy\r\nscipy\r\n", 1, "Windows line ends"),
            new(Pip, "numpy\nscipy\r\n", 2, "Windows line ends"),
            new(Pip, "\uFEFFnumpy\n", 1, "byte order mark"),
            new(Yaml, "\uFEFFdependencies: []\n", 1, "byte order mark"),
            new(Pip, "", 2, "the file is not UTF-8") { Bytes = [.. "a\n"u8, 0xE9, 0x0A] },
            new(Yaml, "", 1, "the file is UTF-16") { Bytes = [0xFF, 0xFE, 0x61, 0x00] },
            new(Pip, "numpy\n\0\n", 2, "the control character U+0000"),
            new(Settings, "", 1, "the file is not UTF-8") { Bytes = [0xC3, 0x28] },
        ];

    private static IEnumerable<MalformedSpec> OfTests() =>
        [
            new(
                Astro + "tests/imports",
                "numpy\nimport scipy\n",
                2,
                "'import scipy' is not the name of a Python module"
            ),
            new(
                Astro + "tests/imports",
                "scikit-image\n",
                1,
                "'scikit-image' is not the name of a Python module"
            ),
            new(
                Astro + "tests/notebooks",
                "a.ipynb\nb.ipnyb\n",
                2,
                "'b.ipnyb' is not the path of a notebook"
            ),
            new(Astro + "tests/real.ipynb", "{\n\"cells\": [\n", 3, "the notebook is not JSON"),
            new(Astro + "tests/real.ipynb", "{\n<<<<<<< HEAD\n", 2, "the notebook is not JSON"),
            new(Astro + "tests/real.ipynb", "[]\n", 1, "the notebook has no cells"),
            new(Astro + "tests/test", "#!/bin/sh\n", 1, "is not executable"),
        ];

    private static IEnumerable<MalformedSpec> OfContradictions() =>
        [
            new(Pip, "numpy==1.26\nnumpy==2.0\n", 2, "'numpy==2.0' contradicts 'numpy==1.26'"),
            new(Pip, "numpy==1.26\nNumPy>=2\n", 2, "contradicts 'numpy==1.26'"),
            new(Pip, "numpy==3.1\n", 1, "'numpy==3.1' contradicts 'numpy<3'"),
            new(Pip, "pyyaml==5.4\n", 1, "'pyyaml==5.4' contradicts"),
            new(Pip, "setuptools==81\n", 1, "contradicts"),
            new(Pip, "numpy\nnumpy\n", 2, "is already on line 1"),
            new(
                Pip,
                "a @ git+https://x.invalid/a@1\na @ git+https://x.invalid/a@2\n",
                2,
                "contradicts"
            ),
            new(Conda, "python=3.12\n", 1, "'python=3.12' contradicts 'python=3.11'"),
            new(Conda, "scipy==1.11\nscipy==1.12\n", 2, "contradicts 'scipy==1.11'"),
            new(Conda, "scipy >=2\nscipy <2\n", 2, "'scipy <2' contradicts 'scipy >=2'"),
            new(Conda, "scipy=1.11\nscipy >=1.12\n", 2, "contradicts 'scipy=1.11'"),
            new(Conda, "scipy >=1.11.4\nscipy==1.11\n", 2, "contradicts 'scipy >=1.11.4'"),
            new(Pip, "pandas>=2\npandas<2\n", 2, "'pandas<2' contradicts 'pandas>=2'"),
            new(Pip, "pandas==1.5.*\npandas>1.6\n", 2, "contradicts 'pandas==1.5.*'"),
            new(Apt, "libgomp1=1.0\nlibgomp1=2.0\n", 2, "contradicts 'libgomp1=1.0'"),
        ];
}
