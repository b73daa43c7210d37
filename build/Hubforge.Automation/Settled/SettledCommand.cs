using Hubforge.Automation.Cli;

namespace Hubforge.Automation.Settled;

/// <summary>What makes one call of the program the same as another.</summary>
internal static class SettledCommand
{
    // What a shell changes from one command to the next. The current folder counts itself.
    private static readonly string[] s_passing = ["_=", "PWD=", "OLDPWD=", "SHLVL="];

    /// <summary>Returns the number of a call: the program, its command line, and what it sees of the process.</summary>
    public static ulong Of(string program, string[] args, Surroundings surroundings)
    {
        var digest = new StateDigest();
        digest.Add(program);
        digest.Add(File.GetLastWriteTimeUtc(program).Ticks);
        digest.Add(surroundings.Directory.ToString());
        digest.Add(surroundings.IsTerminal ? 1 : 0);
        foreach (var argument in args)
        {
            digest.Add(argument);
        }

        ulong variables = 0;
        foreach (var variable in surroundings.Variables())
        {
            if (
                !Array.Exists(
                    s_passing,
                    name => variable.StartsWith(name, StringComparison.Ordinal)
                )
            )
            {
                var one = new StateDigest();
                one.Add(variable);
                variables += one.Value;
            }
        }

        digest.Add((long)variables);
        return digest.Value;
    }
}
