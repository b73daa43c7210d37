namespace Hubforge.Automation.Reporting;

/// <summary>Hides secrets in records before they are shown or written.</summary>
internal static class RecordMasking
{
    public static NodeRecord Masked(this NodeRecord node, SecretMask secrets) =>
        node with
        {
            Reason = secrets.Apply(node.Reason),
            Failure = node.Failure is { } failure ? secrets.Apply(failure) : null,
            Summary =
            [
                .. node.Summary.Select(pair => new NamedText(pair.Key, secrets.Apply(pair.Value))),
            ],
        };
}
