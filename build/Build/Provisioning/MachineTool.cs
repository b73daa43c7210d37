namespace Hubforge.Build.Provisioning;

/// <summary>A program of this machine that a target calls.</summary>
/// <param name="Program">Its name on <c>PATH</c>.</param>
/// <param name="DebianPackage">The Debian package that brings it.</param>
/// <param name="Purpose">What it is needed for, as it stands in the message when it is missing.</param>
internal sealed record MachineTool(string Program, string DebianPackage, string Purpose)
{
    public static MachineTool Git { get; } =
        new("git", "git", "reads the commit that an image is labelled with");
    public static MachineTool Mmdebstrap { get; } =
        new("mmdebstrap", "mmdebstrap", "makes the Debian root of the base image");

    /// <summary>What building and pushing an image needs beside a Docker engine.</summary>
    public static IReadOnlyList<MachineTool> ForImages { get; } = [Git, Mmdebstrap];

    /// <summary>What the tests of this project need beside that.</summary>
    public static IReadOnlyList<MachineTool> ForTests { get; } =
    [
        .. ForImages,
        new("skopeo", "skopeo", "reads the pushed image layouts with other eyes than ours"),
        new("docker-registry", "docker-registry", "is the registry that the tests push to"),
        new("shellcheck", "shellcheck", "checks the scripts that go into the images"),
        new("python3", "python3", "runs the scripts that go into the images"),
        new("dot", "graphviz", "draws the graphs that the tests look at"),
        new("pipdeptree", "python3-pipdeptree", "lists the dependencies that the graphs show"),
        new("ip", "iproute2", "gives the second engine of the tests a bridge of its own"),
        new("pgrep", "procps", "finds programs that a cancelled test should have ended"),
        new("zsh", "zsh", "completes commands, and types them for the other shells"),
        new("fish", "fish", "completes commands"),
        new("curl", "curl", "asks the notebook server whether it is up"),
    ];
}
