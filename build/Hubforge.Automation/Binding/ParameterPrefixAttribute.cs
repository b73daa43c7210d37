namespace Hubforge.Automation;

/// <summary>Puts a prefix before the names of all parameters of a component.</summary>
/// <param name="prefix">Such as <c>Registry</c>: the member <c>User</c> becomes <c>--registry-user</c>.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ParameterPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix as it was given.</summary>
    public string Prefix { get; } = prefix;
}
