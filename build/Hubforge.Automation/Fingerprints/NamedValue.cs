namespace Hubforge.Automation.Fingerprints;

/// <summary>A value that counts for the fingerprint of a node, under the name that explanations show.</summary>
internal sealed record NamedValue(
    string Name,
    Func<object?, CancellationToken, Task<object?>> ReadAsync
);
