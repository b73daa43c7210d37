using System.Globalization;

namespace Hubforge.Tools.Helm;

/// <summary>Writes durations as helm reads them.</summary>
internal static class HelmDuration
{
    public static string? Of(TimeSpan? duration) =>
        duration is { } given
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)given.TotalSeconds}s")
            : null;
}
