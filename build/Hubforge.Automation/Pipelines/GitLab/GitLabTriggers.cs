using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>Says in GitLab's rules what starts a pipeline. When a schedule fires is set in GitLab's own settings.</summary>
internal static class GitLabTriggers
{
    public static ImmutableArray<GitLabRule> RulesOf(GitLabCIAttribute pipeline)
    {
        var rules = new List<GitLabRule>();
        rules.AddRange(
            pipeline.OnPullRequestBranches.Select(branch => new GitLabRule
            {
                If =
                    "$CI_PIPELINE_SOURCE == \"merge_request_event\" && "
                    + Matches("$CI_MERGE_REQUEST_TARGET_BRANCH_NAME", branch),
                Changes = [.. pipeline.OnPullRequestIncludePaths],
            })
        );
        rules.AddRange(
            pipeline.OnPushBranches.Select(branch => new GitLabRule
            {
                If = "$CI_PIPELINE_SOURCE == \"push\" && " + Matches("$CI_COMMIT_BRANCH", branch),
                Changes = [.. pipeline.OnPushIncludePaths],
            })
        );
        rules.AddRange(
            pipeline.OnPushTags.Select(tag => new GitLabRule
            {
                If = Matches("$CI_COMMIT_TAG", tag),
            })
        );
        if (pipeline.OnCronSchedule.Length > 0)
        {
            rules.Add(new GitLabRule { If = "$CI_PIPELINE_SOURCE == \"schedule\"" });
        }

        rules.Add(new GitLabRule { If = "$CI_PIPELINE_SOURCE == \"web\"" });
        return [.. rules];
    }

    private static string Matches(string variable, string pattern)
    {
        if (!pattern.Contains('*'))
        {
            return $"{variable} == \"{pattern}\"";
        }

        var expression = Regex
            .Escape(pattern)
            .Replace("/", @"\/", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", @"[^\/]*", StringComparison.Ordinal);
        return $"{variable} =~ /^{expression}$/";
    }
}
