namespace Hubforge.Automation.Hosts;

/// <summary>A value that a job hands to the jobs after it.</summary>
public sealed record HostOutput
{
    /// <summary>Makes an output.</summary>
    /// <param name="name">Letters, digits, underscores and dashes.</param>
    /// <param name="value">One line: a list is best written as JSON.</param>
    /// <exception cref="ArgumentException">The name has other characters, or the value has several lines.</exception>
    public HostOutput(string name, string value)
    {
        if (
            name.Length == 0
            || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
        )
        {
            throw new ArgumentException($"'{name}' is no name of an output", nameof(name));
        }

        if (value.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new ArgumentException($"the output '{name}' has several lines", nameof(value));
        }

        Name = name;
        Value = value;
    }

    /// <summary>The name by which later jobs know it.</summary>
    public string Name { get; }

    /// <summary>The value, in one line.</summary>
    public string Value { get; }

    /// <summary>Returns <c>name=value</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
