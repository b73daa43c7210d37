using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Project;

/// <summary>The variables under which the build runs: those of the machine, without what would make it another run.</summary>
internal static class BuildEnvironment
{
    private static readonly string[] s_removed =
    [
        // CI hosts, which change the output
        "CI",
        "GITHUB_ACTIONS",
        "GITHUB_STEP_SUMMARY",
        "GITLAB_CI",
        "TF_BUILD",
        // what the test runner gives its children, which misleads a publish
        "MSBuildSDKsPath",
        "MSBuildExtensionsPath",
        "MSBUILD_EXE_PATH",
        "MSBuildLoadMicrosoftTargetsReadOnly",
        "MSBUILDFAILONDRIVEENUMERATINGWILDCARD",
        // parameters of the build itself
        "DEPLOYMENT_NAME",
        "ENVIRONMENT",
        "USE_FROZEN",
        "CAL_VERSION",
        "IMAGE_TAG",
        "ACCOUNT_ID",
        "ECR_ACCOUNT_ID",
        "ADMIN_ROLENAME",
        "PLATFORM",
        "BASE_IMAGE",
    ];

    public static ImmutableDictionary<string, Argument?> Clean { get; } =
        s_removed
            .ToImmutableDictionary(name => name, _ => (Argument?)null)
            .Add("NO_COLOR", (Argument)"1")
            .Add("COLUMNS", (Argument)"200");
}
