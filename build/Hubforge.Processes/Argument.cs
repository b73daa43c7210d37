using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>One argument of a command: plain text, or a secret that prints as <c>***</c>.</summary>
public readonly record struct Argument
{
    private readonly Secret? _secret;
    private readonly string? _text;

    private Argument(string? text, Secret? secret) => (_text, _secret) = (text, secret);

    /// <summary>Whether the argument must not be seen.</summary>
    public bool IsSecret => _secret is not null;

    /// <summary>Makes a plain argument.</summary>
    public static implicit operator Argument(string text) => new(text, null);

    /// <summary>Makes a secret argument.</summary>
    public static implicit operator Argument(Secret secret) => new(null, secret);

    /// <summary>Returns what the program is given.</summary>
    public string Reveal() => _secret?.Reveal() ?? _text ?? "";

    /// <summary>Returns what may be printed.</summary>
    public override string ToString() => _secret?.ToString() ?? _text ?? "";
}
