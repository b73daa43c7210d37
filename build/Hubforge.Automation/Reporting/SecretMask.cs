using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Replaces secrets in everything that leaves the program. Safe to use from several threads.</summary>
internal sealed class SecretMask
{
    // Shorter texts occur by chance; masking them would make output unreadable and hide nothing.
    private const int ShortestSecret = 3;

    private readonly Lock _lock = new();

    private volatile string[] _secrets = [];

    /// <summary>The texts to hide, longest first.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    public void Add(string secret)
    {
        lock (_lock)
        {
            var forms = Forms(secret).Where(form => form.Length >= ShortestSecret);
            _secrets = [.. _secrets.Union(forms).OrderByDescending(text => text.Length)];
        }
    }

    public string Apply(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Secret.Mask, StringComparison.Ordinal);
        }

        return text;
    }

    // Output is written line by line, and values travel in addresses and basic authentication.
    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret));
        foreach (var line in secret.Split('\n', StringSplitOptions.TrimEntries))
        {
            yield return line;
        }
    }
}
