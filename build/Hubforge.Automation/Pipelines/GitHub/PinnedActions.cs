namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>Every action that generated workflows use. To move one, change commit and version here and run <c>GenerateCi</c>.</summary>
internal static class PinnedActions
{
    public static PinnedAction Checkout { get; } =
        new("actions/checkout", "de0fac2e4500dabe0009e67214ff5f5447ce83dd", "v6.0.2");

    public static PinnedAction SetupDotNet { get; } =
        new("actions/setup-dotnet", "c2fa09f4bde5ebb9d1777cf28262a3eb3db3ced7", "v5.2.0");

    public static PinnedAction Cache { get; } =
        new("actions/cache", "668228422ae6a00e4ad889ee87cd7109ec5666a7", "v5.0.4");

    public static PinnedAction UploadArtifact { get; } =
        new("actions/upload-artifact", "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1");

    public static PinnedAction DownloadArtifact { get; } =
        new("actions/download-artifact", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c", "v8.0.1");

    public static PinnedAction CreatePullRequest { get; } =
        new(
            "peter-evans/create-pull-request",
            "c0f553fe549906ede9cf27b5156039d195d2ece0",
            "v8.1.0"
        );

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<PinnedAction> All { get; } =
    [Checkout, SetupDotNet, Cache, UploadArtifact, DownloadArtifact, CreatePullRequest];
}
