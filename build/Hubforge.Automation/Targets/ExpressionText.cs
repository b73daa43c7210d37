namespace Hubforge.Automation.Targets;

/// <summary>Makes the source text of a lambda readable: <c>() =&gt; Configuration == "Release"</c> is shown without the arrow.</summary>
internal static class ExpressionText
{
    public static string Of(string lambda)
    {
        var arrow = lambda.IndexOf("=>", StringComparison.Ordinal);
        return (arrow < 0 ? lambda : lambda[(arrow + 2)..]).Trim();
    }

    /// <summary>Returns the last name of a member access such as <c>this.ApiKey</c>.</summary>
    public static string Member(string lambda)
    {
        var text = Of(lambda);
        return text[(text.LastIndexOf('.') + 1)..].TrimEnd('!', ' ');
    }
}
