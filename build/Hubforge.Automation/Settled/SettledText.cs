using System.Globalization;
using Hubforge.Automation.Reporting;

namespace Hubforge.Automation.Settled;

/// <summary>Puts the times of the present run into texts that were made before it.</summary>
internal static class SettledText
{
    /// <summary>Stands for the start of the run.</summary>
    public static DateTimeOffset Started { get; } = DateTimeOffset.UnixEpoch;

    /// <summary>Stands for its duration. No run that finds nothing to do takes so long.</summary>
    public static TimeSpan Duration { get; } = new(0, 23, 59, 59, 999);

    public static string Fill(string text, DateTimeOffset started, TimeSpan duration)
    {
        var placeholder = DurationText.Of(Duration);
        return text.Replace(
                placeholder,
                DurationText.Of(duration).PadLeft(placeholder.Length),
                StringComparison.Ordinal
            )
            .Replace(Seconds(Duration), Seconds(duration), StringComparison.Ordinal)
            .Replace(Instant(Started), Instant(started), StringComparison.Ordinal);
    }

    private static string Seconds(TimeSpan duration) =>
        Math.Round(duration.TotalSeconds, 3).ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
