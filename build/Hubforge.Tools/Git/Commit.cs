namespace Hubforge.Tools.Git;

/// <summary>A commit of a repository.</summary>
/// <param name="Id">Its full name.</param>
/// <param name="Time">When it was committed; good as <c>SOURCE_DATE_EPOCH</c>.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record Commit(CommitId Id, DateTimeOffset Time, string Subject);
