#pragma warning disable RS0030 // part of the one door to processes
using System.Diagnostics;
using System.Globalization;

namespace Hubforge.Processes;

/// <summary>
/// Names one running program so that a later one can tell whether it has ended: machine, start of the machine, process namespace, number and start time.
/// Written on what a program leaves elsewhere (containers, locks), it tells leftovers from what is in use.
/// </summary>
public sealed record ProcessIdentity
{
    private ProcessIdentity(string machine, int id, string started) =>
        (Machine, Id, Started) = (machine, id, started);

    /// <summary>The running program itself.</summary>
    public static ProcessIdentity Current { get; } =
        new(CurrentMachine(), Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    /// <summary>The process number.</summary>
    public int Id { get; }

    private string Machine { get; }

    private string Started { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static ProcessIdentity? Parse(string? text) =>
        text?.Split(' ') is [var machine, var id, var started]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ProcessIdentity(machine, number, started)
            : null;

    /// <summary>Whether the program has certainly ended. False for one of another machine or container, of which nothing is known.</summary>
    public bool HasEnded() => Machine == Current.Machine && StartOf(Id) != Started;

    /// <summary>Returns the identity as one line of text.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Machine} {Id} {Started}");

    private static string CurrentMachine()
    {
        const string boot = "/proc/sys/kernel/random/boot_id";
        var started = File.Exists(boot) ? File.ReadAllText(boot).Trim() : "";
        var space = new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";
        return $"{Environment.MachineName}/{started}/{space}";
    }

    private static string? StartOf(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            return ProcessTable.Find(id)?.Started;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
