using System.Collections.Immutable;
using Hubforge.Automation.Hosts;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>Every task that generated pipelines use. Azure has no pins but the major version.</summary>
internal static class AzureTasks
{
    private const string File = AzurePipelines.CommandsFile;
    private const string UseDotNet = "UseDotNet@2";
    private const string Cache = "Cache@2";
    private const string CopyFiles = "CopyFiles@2";
    private const string Publish = "PublishPipelineArtifact@1";
    private const string Download = "DownloadPipelineArtifact@2";
    private const string NeededFiles = "$(Agent.TempDirectory)/needed";

    public static AzureStep Checkout(bool wholeHistory) =>
        new("checkout", "self") { FetchDepth = wholeHistory ? 0 : 1 };

    public static AzureStep SetUpDotNet { get; } =
        Task(UseDotNet, "Set up .NET", ("packageType", "sdk"), ("useGlobalJson", "true"));

    public static AzureStep RestoreCache(IEnumerable<string> keyFiles, string folder) =>
        Task(
            Cache,
            "Restore caches",
            ("key", string.Join(" | ", ["\"hubforge\"", "\"$(Agent.OS)\"", .. keyFiles])),
            ("restoreKeys", "\"hubforge\" | \"$(Agent.OS)\""),
            ("path", folder)
        );

    /// <summary>Keeps files, with their folders from the root, as an artifact.</summary>
    public static ImmutableArray<AzureStep> Keep(string artifact, IEnumerable<string> paths) =>
        [
            Task(
                CopyFiles,
                $"Gather {artifact}",
                ("SourceFolder", "$(Build.SourcesDirectory)"),
                ("Contents", string.Join('\n', paths.Prepend("global.json"))),
                ("TargetFolder", "$(Build.ArtifactStagingDirectory)"),
                ("CleanTargetFolder", "true")
            ),
            Task(
                Publish,
                $"Keep {artifact}",
                ("targetPath", "$(Build.ArtifactStagingDirectory)"),
                ("artifact", artifact)
            ),
        ];

    /// <summary>Puts the files of an artifact back in their places; fails when there is none.</summary>
    public static AzureStep Fetch(string artifact) =>
        Task(
            Download,
            $"Fetch {artifact}",
            ("artifact", artifact),
            ("path", "$(Build.SourcesDirectory)")
        );

    /// <summary>Puts the files of all artifacts that match back in their places; each comes in a folder of its own.</summary>
    public static ImmutableArray<AzureStep> FetchAll(string pattern) =>
        [
            Task(
                Download,
                $"Fetch {pattern}",
                ("itemPattern", $"{pattern}/**"),
                ("path", NeededFiles)
            ),
            new AzureStep("bash", "cp -R \"$NEEDED\"/*/. .")
            {
                DisplayName = $"Place {pattern}",
                Env = [KeyValuePair.Create("NEEDED", NeededFiles)],
            },
        ];

    /// <summary>Prints the outputs that the build left; the step's name is what expressions refer to.</summary>
    public static AzureStep HandOverOutputs(string name) =>
        new("bash", $"cat {File} && rm {File}") { Name = name, DisplayName = "Hand over outputs" };

    /// <summary>Prints the command that shows the build's summary on the page of the run.</summary>
    public static AzureStep ShowSummary { get; } =
        new("bash", $"if [ -f {File} ]; then cat {File} && rm {File}; fi")
        {
            DisplayName = "Show summary",
            Condition = "always()",
        };

    private static AzureStep Task(
        string task,
        string displayName,
        params (string Name, string Value)[] inputs
    ) =>
        new("task", task)
        {
            DisplayName = displayName,
            Inputs = [.. inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))],
        };
}
