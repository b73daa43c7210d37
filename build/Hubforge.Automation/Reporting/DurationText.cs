using System.Globalization;

namespace Hubforge.Automation.Reporting;

/// <summary>Durations as people read them: <c>0.4 s</c>, <c>12 s</c>, <c>3:07 min</c>, <c>1:02:07 h</c>.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration) =>
        duration.TotalSeconds switch
        {
            < 10 => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
            < 60 => duration.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s",
            < 3600 => duration.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min",
            _ => duration.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) + " h",
        };
}
