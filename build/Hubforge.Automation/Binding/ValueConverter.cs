using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>Turns the texts of a setting into a value of a member's type.</summary>
/// <param name="directory">Where relative paths start.</param>
internal sealed class ValueConverter(AbsolutePath directory)
{
    /// <summary>Returns the value.</summary>
    /// <exception cref="FormatException">The texts do not fit; the message says what was expected.</exception>
    public object? Convert(ParameterModel parameter, IReadOnlyList<string> values)
    {
        var type = parameter.Type;
        if (ValueSets.IsList(type))
        {
            return ToList(parameter, values);
        }

        if (values.Count == 0)
        {
            return (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool)
                ? true
                : throw new FormatException("a value is missing");
        }

        return values.Count == 1
            ? One(parameter, type, values[0])
            : throw new FormatException(
                $"one value is expected, not {values.Count}: {string.Join(", ", values)}"
            );
    }

    private object ToList(ParameterModel parameter, IReadOnlyList<string> values)
    {
        var elementType = ValueSets.ElementType(parameter.Type);
        var texts = parameter.Separator is { } separator
            ? values
                .SelectMany(value => value.Split(separator))
                .Select(text => text.Trim())
                .ToArray()
            : [.. values];
        var array = Array.CreateInstance(elementType, texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            array.SetValue(One(parameter, elementType, texts[i]), i);
        }

        if (parameter.Type.IsInstanceOfType(array))
        {
            return array;
        }

        return parameter.Type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(System.Runtime.InteropServices.ImmutableCollectionsMarshal)
                .GetMethod("AsImmutableArray")!
                .MakeGenericMethod(elementType)
                .Invoke(null, [array])!
            : Activator.CreateInstance(parameter.Type, array)!;
    }

    private object? One(ParameterModel parameter, Type type, string text)
    {
        var inner = Nullable.GetUnderlyingType(type);
        if (inner is not null && text.Length == 0)
        {
            return null;
        }

        text = FromValueSet(parameter, text);
        return Parse(inner ?? type, text);
    }

    private static string FromValueSet(ParameterModel parameter, string text)
    {
        var choices = parameter.ValueSet();
        if (choices.Count == 0)
        {
            return text;
        }

        var exact = choices.FirstOrDefault(choice => choice == text);
        return exact
            ?? choices.FirstOrDefault(choice => NameKey.Same(choice, text))
            ?? throw new ValueSetException(text, choices);
    }

    private object? Parse(Type type, string text)
    {
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(bool))
        {
            return BooleanWords.Parse(text)
                ?? throw new FormatException("true or false is expected");
        }

        if (type == typeof(int))
        {
            return int.TryParse(
                text,
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : throw new FormatException("a whole number is expected");
        }

        if (type == typeof(Secret))
        {
            return new Secret(text);
        }

        if (type == typeof(AbsolutePath))
        {
            return directory / text;
        }

        return type.IsEnum ? Enum.Parse(type, text, ignoreCase: true) : ParseOther(type, text);
    }

    private static object? ParseOther(Type type, string text)
    {
        try
        {
            if (typeof(Enumeration).IsAssignableFrom(type))
            {
                return Enumeration
                    .FieldsOf(type)
                    .First(field => NameKey.Same(field.Name, text))
                    .GetValue(null);
            }

            if (ParseMethod(type, [typeof(string), typeof(IFormatProvider)]) is { } culture)
            {
                return culture.Invoke(null, [text, CultureInfo.InvariantCulture]);
            }

            if (ParseMethod(type, [typeof(string)]) is { } parse)
            {
                return parse.Invoke(null, [text]);
            }

            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (TargetInvocationException failure)
            when (failure.InnerException
                    is FormatException
                        or ArgumentException
                        or OverflowException
                        or HubforgeException
            )
        {
            throw new FormatException(failure.InnerException.Message, failure.InnerException);
        }
        catch (Exception failure)
            when (failure is NotSupportedException or ArgumentException or InvalidOperationException
            )
        {
            throw new FormatException($"a {type.Name} is expected", failure);
        }
    }

    private static MethodInfo? ParseMethod(Type type, Type[] arguments) =>
        type.GetMethod("Parse", BindingFlags.Static | BindingFlags.Public, null, arguments, null);
}
