using Hubforge.Automation.Cli;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests;

/// <summary>A project folder in which builds run within the test, with their own output, variables and signals.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private Action _firstSignal = () => { };
    private Action _secondSignal = () => { };

    public Sandbox()
    {
        Root = AbsolutePath.Parse(Directory.CreateTempSubdirectory("hubforge-").FullName);
        Directory.CreateDirectory(Root / ".nuke");
    }

    public AbsolutePath Root { get; }

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What answers questions; nobody when null.</summary>
    public Func<ParameterQuestion, string?>? Ask { get; set; }

    public AbsolutePath? CurrentDirectory { get; set; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Everything => Output + Error;

    public AbsolutePath Write(string path, string text)
    {
        var file = Root / path;
        Directory.CreateDirectory(file.Parent!);
        File.WriteAllText(file, text);
        return file;
    }

    public string Read(string path) => File.ReadAllText(Root / path);

    /// <summary>Runs a build without default target.</summary>
    public Task<int> RunAsync<TBuild>(params string[] args)
        where TBuild : HubforgeBuild, new() => RunAsync(() => new TBuild(), [], args);

    public Task<int> RunAsync<TBuild>(TBuild build, params string[] args)
        where TBuild : HubforgeBuild => RunAsync(() => build, [], args);

    public async Task<int> RunAsync<TBuild>(
        Func<TBuild> create,
        Func<TBuild, Target>[] defaults,
        params string[] args
    )
        where TBuild : HubforgeBuild
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var writer = TextWriter.Synchronized(_output);
        return await Program.RunAsync(
            args,
            create,
            defaults,
            new Surroundings
            {
                Directory = CurrentDirectory ?? Root,
                Variable = Variables.GetValueOrDefault,
                Variables = () => Variables.Select(pair => $"{pair.Key}={pair.Value}"),
                Output = writer,
                Error = _error,
                Ask = Ask,
                ProcessorCount = 4,
                ProcessId = 4711,
                OnCancel = (first, second) =>
                {
                    (_firstSignal, _secondSignal) = (first, second);
                    return new StringReader("");
                },
            }
        );
    }

    /// <summary>Does what Ctrl+C does.</summary>
    public void Cancel() => _firstSignal();

    /// <summary>Does what a second Ctrl+C does.</summary>
    public void CancelHard() => _secondSignal();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
