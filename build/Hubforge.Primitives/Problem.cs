namespace Hubforge.Primitives;

/// <summary>Something wrong in an input, with the place where a person can mend it.</summary>
/// <param name="Severity"><see cref="Severity.Warning"/> or <see cref="Severity.Error"/>.</param>
/// <param name="Message">What is wrong, in one line.</param>
public sealed record Problem(Severity Severity, string Message)
{
    /// <summary>The file; null when the problem has none.</summary>
    public AbsolutePath? File { get; init; }

    /// <summary>Line in the file, counted from 1; null when the whole file is meant.</summary>
    public int? Line { get; init; }

    /// <summary>What exists or is allowed instead; null when there is nothing to list.</summary>
    public string? Exists { get; init; }

    /// <summary>One thing that a person can do.</summary>
    public string? Try { get; init; }

    /// <summary>Returns <c>file:line: message</c>, then what exists and what to try on lines of their own.</summary>
    public override string ToString()
    {
        var place = (File, Line) switch
        {
            (null, _) => "",
            (_, null) => $"{File}: ",
            _ => $"{File}:{Line}: ",
        };
        return new FailureText(place + Message).With("exists", Exists).With("try", Try).ToString();
    }
}
