using System.Globalization;

namespace Hubforge.Automation;

/// <summary>One part of work that CI splits over jobs, as <c>--partition 2/3</c> names it.</summary>
/// <param name="Part">Counted from 1.</param>
/// <param name="Total">Number of parts.</param>
public sealed record Partition(int Part, int Total)
{
    /// <summary>All of the work.</summary>
    public static Partition Whole { get; } = new(1, 1);

    /// <summary>Returns the items of this part, dealt round.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> items) =>
        items.Where((_, index) => index % Total == Part - 1);

    /// <summary>Reads <c>2/3</c>.</summary>
    /// <exception cref="FormatException">The text has another form, or the part is not among the parts.</exception>
    public static Partition Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return
            slash > 0
            && int.TryParse(text[..slash], CultureInfo.InvariantCulture, out var part)
            && int.TryParse(text[(slash + 1)..], CultureInfo.InvariantCulture, out var total)
            && part >= 1
            && part <= total
            ? new Partition(part, total)
            : throw new FormatException("a partition is written part/total, such as 2/3");
    }

    /// <summary>Returns <c>2/3</c>.</summary>
    public override string ToString() => $"{Part}/{Total}";
}
