namespace Hubforge.Tools.Git;

/// <summary>A file that differs from the last commit.</summary>
/// <param name="Status">Git's two letters, for the index and the working tree, such as <c>M </c>, <c> M</c> or <c>??</c> for an unknown file.</param>
/// <param name="Path">From the top of the repository, with <c>/</c> between the parts.</param>
public sealed record GitChange(string Status, string Path);
