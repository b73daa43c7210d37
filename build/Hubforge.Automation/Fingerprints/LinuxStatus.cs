using System.Runtime.InteropServices;

namespace Hubforge.Automation.Fingerprints;

/// <summary>
/// The system call <c>statx</c> (man 2 statx), whose layout is the same on every architecture. .NET has no method that tells when a file was
/// changed, only when it was written, which a program can set to what it likes.
/// </summary>
internal static partial class LinuxStatus
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStatus = 0x7FF;
    private const int NoEntry = 2;
    private const int NotADirectory = 20;

    /// <summary>See <see cref="FileStamp.Find"/>.</summary>
    public static FileStamp? Find(string path, bool followsLinks)
    {
        if (
            Ask(CurrentDirectory, path, followsLinks ? 0 : NoFollow, BasicStatus, out var reply)
            == 0
        )
        {
            return new FileStamp(
                (long)reply.Size,
                Join(reply.WrittenSeconds, reply.WrittenNanoseconds),
                Join(reply.ChangedSeconds, reply.ChangedNanoseconds),
                reply.Mode
            );
        }

        var error = Marshal.GetLastPInvokeError();
        return error is NoEntry or NotADirectory
            ? null
            : throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    private static long Join(long seconds, uint nanoseconds) =>
        unchecked((seconds * 1_000_000_000) + nanoseconds);

    [LibraryImport(
        "libc",
        EntryPoint = "statx",
        StringMarshalling = StringMarshalling.Utf8,
        SetLastError = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(
        int directory,
        string path,
        int flags,
        uint mask,
        out Status status
    );

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long WrittenSeconds;

        [FieldOffset(120)]
        public uint WrittenNanoseconds;
    }
}
