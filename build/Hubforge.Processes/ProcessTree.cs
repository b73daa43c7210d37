#pragma warning disable RS0030 // part of the one door to processes
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hubforge.Processes;

/// <summary>Ends a program and everything it started.</summary>
internal static partial class ProcessTree
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    // A program of another user (behind sudo) or one that hangs in the kernel cannot be ended; waiting longer would not help.
    private static readonly TimeSpan s_killLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Asks the program and all its descendants to end, waits for the grace period, then kills whatever is left, and waits until it is gone.
    /// Where there is no <c>/proc</c> the tree is killed at once.
    /// </summary>
    public static async Task EndAsync(Process process, TimeSpan gracePeriod)
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Kill(entireProcessTree: true);
        }
        else if (!await EndAsync(process.Id, gracePeriod))
        {
            return;
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    // Descendants are collected before the first signal: when a parent ends, its children belong to init and are not found any more.
    private static async Task<bool> EndAsync(int id, TimeSpan gracePeriod)
    {
        var members = new Dictionary<int, string>();
        if (ProcessTable.Find(id) is { } root)
        {
            members[root.Id] = root.Started;
        }

        var asked = new HashSet<int>();
        var started = Stopwatch.GetTimestamp();
        while (Living(members) is { Count: > 0 } living)
        {
            var elapsed = Stopwatch.GetElapsedTime(started);
            if (elapsed > gracePeriod + s_killLimit)
            {
                return false;
            }

            if (elapsed > gracePeriod)
            {
                living.ForEach(member => _ = Kill(member, SigKill));
            }
            else
            {
                living.Where(asked.Add).ToList().ForEach(member => _ = Kill(member, SigTerm));
            }

            await Task.Delay(s_pause, CancellationToken.None);
        }

        return true;
    }

    /// <summary>Adds new descendants to <paramref name="members"/> and returns those that live; a number used again by another process is no member.</summary>
    private static List<int> Living(Dictionary<int, string> members)
    {
        var table = ProcessTable.List().Where(entry => !entry.HasEnded).ToList();
        var living = table
            .Where(entry => members.GetValueOrDefault(entry.Id) == entry.Started)
            .Select(entry => entry.Id)
            .ToList();
        for (var index = 0; index < living.Count; index++)
        {
            var parent = living[index];
            foreach (var child in table.Where(entry => entry.Parent == parent))
            {
                if (members.GetValueOrDefault(child.Id) != child.Started)
                {
                    members[child.Id] = child.Started;
                    living.Add(child.Id);
                }
            }
        }

        return living;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
