using System.Globalization;
using Hubforge.Primitives;

namespace Hubforge.Automation.Fingerprints;

/// <summary>The text under which a value counts.</summary>
internal static class ValueText
{
    public static string Of(object? value) =>
        value switch
        {
            null => "(none)",
            string text => text,
            bool flag => flag ? "true" : "false",
            Secret secret => secret.Reveal(),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            System.Collections.IEnumerable list => string.Join(
                ",",
                list.Cast<object?>().Select(Of)
            ),
            _ => value.ToString() ?? "",
        };
}
