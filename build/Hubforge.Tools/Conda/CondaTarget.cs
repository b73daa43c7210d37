using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>The environment that a command is about.</summary>
public sealed record CondaTarget
{
    private CondaTarget(string option, string value) => (Option, Value) = (option, value);

    /// <summary>The root prefix (<c>-r</c>, which conda itself does not know); the tool's own when null.</summary>
    public string? RootPrefix { get; init; }

    private string Option { get; }

    private string Value { get; }

    /// <summary>An environment in the tool's folder of environments.</summary>
    public static CondaTarget Named(string name) => new("-n", GivenValue.Plain("conda", name));

    /// <summary>An environment in any folder.</summary>
    public static CondaTarget At(string prefix) => new("-p", GivenValue.Plain("conda", prefix));

    /// <summary>Returns the name or folder.</summary>
    public override string ToString() => Value;

    internal Command AddTo(Command command) =>
        command.WithOption("-r", RootPrefix).With(Option, Value);
}
