using System.ComponentModel;
using System.Globalization;

namespace Hubforge.Automation;

/// <summary>Makes an <see cref="Enumeration"/> from the name of one of its fields, as NUKE's template declares it.</summary>
public class TypeConverter<T> : TypeConverter
    where T : Enumeration
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string);

    /// <inheritdoc/>
    public override object? ConvertFrom(
        ITypeDescriptorContext? context,
        CultureInfo? culture,
        object value
    ) =>
        Enumeration
            .FieldsOf(typeof(T))
            .FirstOrDefault(field =>
                string.Equals(field.Name, value as string, StringComparison.OrdinalIgnoreCase)
            )
            ?.GetValue(null);
}
