using System.Text.RegularExpressions;

namespace Hubforge.Tools.Git;

/// <summary>Addresses of repositories.</summary>
public static partial class GitAddress
{
    /// <summary>Returns the address without user name, password or token, fit for labels and logs; the user of <c>git@host:path</c> stays.</summary>
    public static string WithoutCredentials(string address) => Credentials().Replace(address, "$1");

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@")]
    private static partial Regex Credentials();
}
