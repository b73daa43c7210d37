#pragma warning disable RS0030 // part of the one door to processes
using System.Diagnostics;

namespace Hubforge.Processes;

/// <summary>Translates a command to what the system is asked to start.</summary>
internal static class ProcessStart
{
    public static ProcessStartInfo Of(Command command, string program)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = !command.Interactive,
            RedirectStandardOutput = !command.Interactive,
            RedirectStandardError = !command.Interactive,
            WorkingDirectory = command.WorkingDirectory?.ToString() ?? "",
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument.Reveal());
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value?.Reveal();
        }

        return start;
    }
}
