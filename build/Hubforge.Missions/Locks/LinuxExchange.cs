using System.Runtime.InteropServices;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>The system call by which Linux exchanges two folders; .NET has no method for it.</summary>
internal static class LinuxExchange
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    /// <summary>See <see cref="FolderExchange"/>. Some file systems and C libraries do not have it.</summary>
    public static bool Try(AbsolutePath one, AbsolutePath other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Rename(CurrentDirectory, Encode(one), CurrentDirectory, Encode(other), Exchange)
                == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static byte[] Encode(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [DllImport("libc", EntryPoint = "renameat2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Rename(
        int oneDirectory,
        byte[] one,
        int otherDirectory,
        byte[] other,
        uint flags
    );
}
