namespace Hubforge.Automation.Fingerprints;

/// <summary>A check of <c>UpToDateWhen</c>.</summary>
/// <param name="ComparesFingerprint">Whether the check looks at the fingerprint itself, so that its yes is enough without any recorded state.</param>
/// <param name="AskAsync">Asks it for an item (null without <c>ForEach</c>) and the node's fingerprint.</param>
internal sealed record CurrencyCheck(
    bool ComparesFingerprint,
    Func<object?, Fingerprint, CancellationToken, Task<Currency>> AskAsync
);
