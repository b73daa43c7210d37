using Hubforge.EndToEnd.Engines;

namespace Hubforge.EndToEnd.Project;

/// <summary>
/// A mission whose environment is made of conda packages, on a base image with the stand-in for micromamba that the tests of the scripts use.
/// </summary>
internal static class CondaMission
{
    public const string Environment = "sky";

    private const string Base = "common/conda-base";

    private const string BaseDockerfile = """
        ARG ROOT_IMAGE
        FROM hubforge-base:common-base
        USER root
        COPY stand-ins/ /opt/stand-ins/
        RUN ln -s /opt/stand-ins/micromamba /usr/local/bin/micromamba && mkdir /opt/conda
        ENV CONDA_DIR=/opt/conda STAND_IN_PIP=1
        USER ${NB_UID}

        """;

    private const string Spec = """
        name: sky
        channels:
          - file:///opt/mm/channel
        dependencies:
          - python=3.11
          - skytools >=1.0, <2
        variables:
          SKY_DATA: /data/sky

        """;

    public static TinyMission Mission { get; } = new("e2e-conda", Environment);

    public static string SpecFile =>
        $"{Mission.Folder}/image/environments/{Environment}/{Environment}.yml";

    /// <summary>Writes the mission and its base image into a copy, and builds the image that the base stands on.</summary>
    public static async Task AddToAsync(ProjectCopy copy, CancellationToken cancellationToken)
    {
        await copy.MustRunAsync(new BuildCall("BuildBase", "--mission", "demo"), cancellationToken);
        await Mission.AddToAsync(copy, cancellationToken);
        await copy.EditAsync(
            $"{Mission.Folder}/mission.yml",
            text =>
                text.Replace("build: common/base", $"build: {Base}", StringComparison.Ordinal)
                    .Replace("manager: venv", "manager: micromamba", StringComparison.Ordinal),
            cancellationToken
        );
        await copy.EditAsync(
            Mission.DockerfileCustom,
            text =>
                text.Replace("/opt/envs/", "/opt/conda/envs/", StringComparison.Ordinal)
                    .Replace(
                        "ARG STRICT_LOCKS=0",
                        "ENV ENV_MANAGER=micromamba",
                        StringComparison.Ordinal
                    ),
            cancellationToken
        );
        await WriteFilesAsync(copy, cancellationToken);
    }

    /// <summary>Removes what the engine keeps of the mission and of its base.</summary>
    public static async Task RemoveImagesAsync(CancellationToken cancellationToken)
    {
        await Mission.RemoveImagesAsync(cancellationToken);
        await Docker.Local.TryAsync(
            ["image", "rm", "hubforge-common:common-conda-base", "hubforge-base:common-conda-base"],
            cancellationToken
        );
    }

    private static async Task WriteFilesAsync(ProjectCopy copy, CancellationToken cancellationToken)
    {
        var folder = copy.Root / Mission.Folder / "image/environments" / Environment;
        // No ipykernel among the toy packages, and no Debian packages in an environment of conda.
        File.Delete(folder / $"tests/{Environment}.ipynb");
        File.Delete(folder / $"{Environment}.apt");
        await File.WriteAllTextAsync(copy.Root / SpecFile, Spec, cancellationToken);
        await File.AppendAllTextAsync(
            copy.Root / Mission.ImportsOf(Environment),
            "skytools\nstarkit\n",
            cancellationToken
        );
        var standIns = copy.Root / Base / "stand-ins";
        Directory.CreateDirectory(standIns);
        foreach (var file in (string[])["micromamba", "channel.json"])
        {
            File.Copy(copy.Root / "tests/Hubforge.Scripts.Tests/StandIns" / file, standIns / file);
        }

        await File.WriteAllTextAsync(
            copy.Root / Base / "Dockerfile",
            BaseDockerfile,
            cancellationToken
        );
    }
}
