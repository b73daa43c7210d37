using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Testing;

/// <summary>The real program that process tests run; see Hubforge.TestProgram for what it can do.</summary>
public static class TestProgram
{
    /// <summary>The full path of the program, built beside the tests.</summary>
    public static AbsolutePath Location { get; } = Find();

    /// <summary>Returns a command that runs it with those words: <c>Command("sleep", "60")</c>.</summary>
    public static Command Command(params ReadOnlySpan<Argument> words) =>
        new Command(Location).With(words);

    // .../bin/Hubforge.X.Tests/debug/ -> .../bin/Hubforge.TestProgram/debug/
    private static AbsolutePath Find()
    {
        var own = AbsolutePath.Parse(AppContext.BaseDirectory);
        var name = OperatingSystem.IsWindows()
            ? "Hubforge.TestProgram.exe"
            : "Hubforge.TestProgram";
        return own.Parent!.Parent! / "Hubforge.TestProgram" / own.Name / name;
    }
}
