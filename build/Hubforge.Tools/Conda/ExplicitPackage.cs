using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>A package in an explicit file.</summary>
/// <param name="Address">Where its file is.</param>
/// <param name="Hash">MD5 (32 digits) or SHA-256 (64 digits) in hexadecimal; null when there is none, and conda then checks nothing.</param>
public sealed record ExplicitPackage(string Address, string? Hash)
{
    /// <summary>The file's name.</summary>
    public string FileName => Address[(Address.LastIndexOf('/') + 1)..];

    /// <summary>Name and version, as the file's name tells.</summary>
    public Requirement Package => CondaRequirement.ParseFileName(FileName);

    /// <summary>Whether the file can be verified with a hash that cannot be forged.</summary>
    public bool HasStrongHash => Hash is { Length: 64 };

    /// <summary>Returns the line as it stands in the file.</summary>
    public override string ToString() => Hash is null ? Address : $"{Address}#{Hash}";
}
