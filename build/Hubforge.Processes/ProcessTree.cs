#pragma warning disable RS0030 // part of the one door to processes
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hubforge.Processes;

/// <summary>Ends a program and everything it started.</summary>
internal static partial class ProcessTree
{
    private const int SigTerm = 15;

    /// <summary>Asks the program to end, waits for the grace period, then kills whatever is left of its tree, and waits until it is gone.</summary>
    public static async Task EndAsync(Process process, TimeSpan gracePeriod)
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited && Kill(process.Id, SigTerm) == 0)
        {
            using var patience = new CancellationTokenSource(gracePeriod);
            await process
                .WaitForExitAsync(patience.Token)
                .ContinueWith(
                    _ => { },
                    CancellationToken.None,
                    TaskContinuationOptions.None,
                    TaskScheduler.Default
                );
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
