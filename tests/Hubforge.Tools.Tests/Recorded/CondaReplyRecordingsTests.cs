using System.Text.Json;
using Hubforge.Tools.Conda;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Recorded;

public sealed class CondaReplyRecordingsTests
{
    [TestCase("micromamba-2.8.1")]
    [TestCase("micromamba-1.5.12")]
    public void Every_recorded_reply_is_read_as_approved(string set)
    {
        var replies = Recording
            .LoadAll(set)
            .Where(recording => !recording.CommandLine.Contains("&&", StringComparison.Ordinal))
            .Where(recording =>
                recording.CommandLine.Contains("--json", StringComparison.Ordinal)
                || recording.CommandLine.Contains("env export", StringComparison.Ordinal)
            );

        Classification.Verify(
            $"{set}-replies",
            replies.Select(recording => (recording, "    " + Describe(recording)))
        );
    }

    private static string Describe(Recording recording)
    {
        var verb = recording.CommandLine;
        if (verb.Contains("env export", StringComparison.Ordinal))
        {
            return verb.Contains("--explicit", StringComparison.Ordinal)
                ? DescribeExplicit(recording.Output)
                : DescribeExport(CondaExportReader.Find(recording.Output));
        }

        if (NoisyJson.Find(recording.Output) is not { } json)
        {
            return "no JSON";
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement switch
        {
            { ValueKind: JsonValueKind.Array } => DescribeList(recording.Output),
            var root when root.TryGetProperty("result", out _) => DescribeQuery(recording.Output),
            var root when root.TryGetProperty("envs", out _) =>
                $"environments: {Reply.Get("test", recording.Output, CondaJson.Default.CondaEnvironments).Envs.Count}",
            var root when root.TryGetProperty("platform", out _) => DescribeInformation(
                recording.Output
            ),
            var root when root.TryGetProperty("pip_version", out _) => "a report of pip",
            _ => DescribeTransaction(CondaJson.FindTransaction(recording.Output)!),
        };
    }

    private static string DescribeTransaction(CondaTransaction reply) =>
        $"link {reply.Linked.Count}, fetch {reply.Actions?.Fetch.Count ?? 0}, unlink {reply.Actions?.Unlink.Count ?? 0}"
        + $", dry {reply.DryRun}, success {reply.Success}, problems {reply.SolverProblems.Count}"
        + $", channels {string.Join(' ', AllOf(reply).Select(package => package.ChannelAddress).Distinct())}"
        + $", without hash {AllOf(reply).Count(package => package.Md5.Length + package.Sha256.Length == 0)}"
        + (reply.Message is null ? "" : $", message: {reply.Message}");

    private static IEnumerable<CondaPackage> AllOf(CondaTransaction reply) =>
        [.. reply.Linked, .. reply.Actions?.Fetch ?? [], .. reply.Actions?.Unlink ?? []];

    private static string DescribeList(string output)
    {
        var list = Reply.Get("test", output, CondaJson.Default.ListCondaPackage);
        return $"installed {list.Count}, by pip: {string.Join(' ', list.Where(one => one.IsFromPip).Select(one => $"{one.Name}={one.Version}"))}";
    }

    private static string DescribeQuery(string output)
    {
        var result = Reply.Get("test", output, CondaJson.Default.CondaQueryReply).Result;
        return $"found: {string.Join(' ', result.Packages.Select(one => $"{one.Name}={one.Version}={one.Build}"))} {result.Message}";
    }

    private static string DescribeInformation(string output)
    {
        var information = Reply.Get("test", output, CondaJson.Default.CondaInformation);
        return $"{information.LibmambaVersion} {information.Platform} {information.RootPrefix} {string.Join(' ', information.VirtualPackages)}";
    }

    private static string DescribeExport(CondaExportedEnvironment? environment) =>
        environment is null
            ? "no environment"
            : $"{environment.Name}: {environment.Dependencies.Length} from {string.Join(' ', environment.Channels)}, by pip: {string.Join(' ', environment.Pip)}";

    private static string DescribeExplicit(string output)
    {
        var file = ExplicitFile.Parse(output);
        return $"explicit {file.Platform}: {file.Packages.Length}, without hash {file.Packages.Count(package => package.Hash is null)}";
    }
}
