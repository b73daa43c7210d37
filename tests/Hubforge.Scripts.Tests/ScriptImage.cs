using System.Collections.Immutable;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Scripts.Tests;

/// <summary>The folders of an image in a temporary folder, and the commands of common-scripts running against them.</summary>
internal sealed class ScriptImage : IDisposable
{
    private static readonly ProcessRunner Processes = new();

    private readonly TempDirectory _root = new();

    private ImmutableDictionary<string, string> _variables = ImmutableDictionary<
        string,
        string
    >.Empty;

    /// <summary>The commands under test.</summary>
    public static AbsolutePath Scripts { get; } = Repository.Root / "common/image/common-scripts";

    /// <summary>Programs that stand in for those that only an image has.</summary>
    public static AbsolutePath StandIns { get; } =
        Repository.Root / "tests/Hubforge.Scripts.Tests/StandIns";

    public AbsolutePath Root => _root.Root;

    public AbsolutePath Frozen(string environment) => Root / $"env-frozen/{environment}";

    /// <summary>Writes a spec or another file of an environment.</summary>
    public AbsolutePath Spec(string environment, string name, string text) =>
        _root.Write($"environments/{environment}/{name}", text);

    public AbsolutePath Write(string relative, string text) => _root.Write(relative, text);

    public string Read(string relative) => File.ReadAllText(Root / relative);

    public void Set(string variable, string value) =>
        _variables = _variables.SetItem(variable, value);

    /// <summary>Makes a program of the image: a script that is found before the machine's own.</summary>
    public AbsolutePath Program(string name, string body) => _root.WriteScript($"bin/{name}", body);

    /// <summary>Makes a virtual environment whose python is the machine's own.</summary>
    public AbsolutePath Environment(string name)
    {
        _root.Write($"envs/{name}/pyvenv.cfg", "include-system-site-packages = false\n");
        return _root.WriteScript($"envs/{name}/bin/python", "exec /usr/bin/python3 \"$@\"");
    }

    /// <summary>Runs a command of common-scripts; every exit code is accepted.</summary>
    public Task<CommandResult> RunAsync(string script, params string[] arguments) =>
        RunProgramAsync(Scripts / script, arguments);

    /// <summary>Runs shell commands that may source the scripts.</summary>
    public Task<CommandResult> ShellAsync(string commands) =>
        RunProgramAsync("/bin/bash", "-c", commands);

    public Task<CommandResult> RunProgramAsync(string program, params string[] arguments)
    {
        var command = new Command(program)
        {
            Arguments = [.. arguments.Select(argument => (Argument)argument)],
            WorkingDirectory = Root,
            AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            Timeout = TimeSpan.FromMinutes(2),
        };
        var path = $"{Root}/bin:{StandIns}:{Scripts}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
        foreach (var (name, value) in Variables(path).Concat(_variables))
        {
            command = command.WithVariable(name, value);
        }

        return Processes.RunAsync(command, null, TestContext.CurrentContext.CancellationToken);
    }

    public void Dispose() => _root.Dispose();

    private IEnumerable<KeyValuePair<string, string>> Variables(string path)
    {
        Directory.CreateDirectory(Root / "home");
        Directory.CreateDirectory(Root / "conda");
        yield return new("PATH", path);
        yield return new("HOME", Root / "home");
        yield return new("SYSTEM_ROOT", Root / "system");
        yield return new("ENVIRONMENTS_DIR", Root / "environments");
        yield return new("ENV_FROZEN_DIR", Root / "env-frozen");
        yield return new("ENVS_DIR", Root / "envs");
        yield return new("CONDA_DIR", Root / "conda");
        yield return new("PACKAGES_DIR", Root / "packages");
        yield return new("COMMON_ENV_DIR", Root / "common-env");
        yield return new("KERNELS_DIR", Root / "kernels");
        yield return new("APT_ARCHIVES_DIR", Root / "archives");
        yield return new("ENV_MANAGER", "venv");
        yield return new("PIP_NO_INDEX", "1");
        yield return new("PIP_FIND_LINKS", Root / "links");
    }
}
