using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Machine;

/// <summary>What is mounted on this machine.</summary>
internal static class MountPoints
{
    /// <summary>Returns the places below a folder where something is mounted, innermost first.</summary>
    public static IReadOnlyList<string> ListBelow(AbsolutePath folder) =>
        [
            .. File.ReadLines("/proc/self/mounts")
                .Select(line => line.Split(' ')[1])
                .Where(point => point.StartsWith(folder + "/", StringComparison.Ordinal))
                .OrderByDescending(point => point.Length),
        ];
}
