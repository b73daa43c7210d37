using Hubforge.Automation.Hosts;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>
/// What a build instance needs of the run it belongs to. It flows with the asynchronous context, so that initializers of the build
/// class can use <c>RootDirectory</c>, and several builds can run in one process.
/// </summary>
internal sealed class BuildSession
{
    private static readonly AsyncLocal<BuildSession?> s_current = new();

    /// <summary>The session of the running build; one with the current folder as root where none runs.</summary>
    public static BuildSession Current
    {
        get =>
            s_current.Value ??= new BuildSession
            {
                Root = AbsolutePath.Parse(Path.GetFullPath(".")),
            };
        set => s_current.Value = value;
    }

    public required AbsolutePath Root { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>When the program was built, in UTC.</summary>
    public DateTime ProgramTime { get; set; } = DateTime.MaxValue;

    public Host Host { get; set; } = new TerminalHost();

    /// <summary>What was noticed while parameters were bound, told when a run starts.</summary>
    public List<Problem> Warnings { get; } = [];

    public IReadOnlyList<string> Profiles { get; set; } = [];

    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    public Partition Partition { get; set; } = Partition.Whole;

    public BuildModel Model { get; set; } = new([], []);

    public CancellationToken CancellationToken { get; set; }

    public IReporter? Reporter { get; set; }

    public Func<IReadOnlyList<NodeRecord>> Nodes { get; set; } = () => [];

    /// <summary>Returns the bound value of a parameter of the engine.</summary>
    public T Option<T>(string name, T otherwise) =>
        Bound.GetValueOrDefault(name) is T value ? value : otherwise;

    /// <summary>Texts that are never printed.</summary>
    public Reporting.SecretMask Secrets { get; } = new();

    /// <summary>Values of parameters that a source gave, by name.</summary>
    public Dictionary<string, object?> Bound { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns what a source gave for a member; null when none did.</summary>
    public object? BoundValue(string member, Type? declaringType)
    {
        // A lambda that captures lives in a class that the compiler nests in the component.
        while (declaringType is { DeclaringType: { } outer } && declaringType.Name[0] == '<')
        {
            declaringType = outer;
        }

        foreach (var parameter in Model.Parameters)
        {
            if (
                parameter.Member is { } found
                && found.Name == member
                && (
                    found.DeclaringType == declaringType
                    || declaringType is null or { IsInterface: false }
                )
            )
            {
                return Bound.GetValueOrDefault(parameter.Name);
            }
        }

        return null;
    }
}
