using Hubforge.EndToEnd.Engines;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Project;

/// <summary>
/// A mission that builds in seconds: environments of the manager <c>venv</c> on the base image of the project, with nothing that must be fetched,
/// only a package of the mission's own. Each has one import test and one notebook.
/// </summary>
/// <param name="Name">The mission's name.</param>
/// <param name="Environments">The names of its environments.</param>
internal sealed record TinyMission(string Name, params string[] Environments)
{
    /// <summary>The package in the list of every environment.</summary>
    public const string Package = "tinytool";

    /// <summary>A package that the mission holds and no list names yet.</summary>
    public const string OtherPackage = "extratool";

    /// <summary>The folder of the mission, relative to the root.</summary>
    public string Folder => $"deployments/{Name}";

    public string DockerfileCustom => $"{Folder}/image/Dockerfile.custom";

    public string SpecOf(string environment) =>
        $"{Folder}/image/environments/{environment}/{environment}.pip";

    public string ImportsOf(string environment) =>
        $"{Folder}/image/environments/{environment}/tests/imports";

    public string NotebookOf(string environment) =>
        $"{Folder}/image/environments/{environment}/tests/{environment}.ipynb";

    public string LockOf(string environment) => $"{Folder}/image/env-frozen/{environment}";

    /// <summary>Returns the change that makes a notebook fail.</summary>
    public static Func<string, string> WithWrongNumber { get; } =
        notebook => notebook.Replace("== 42", "== 43", StringComparison.Ordinal);

    /// <summary>Writes the mission into a copy. Its locks are for the build to make.</summary>
    public async Task AddToAsync(ProjectCopy copy, CancellationToken cancellationToken)
    {
        var image = copy.Root / Folder / "image";
        var files = new Dictionary<string, string>
        {
            ["../mission.yml"] = MissionSettings,
            ["Dockerfile.custom"] = Dockerfile,
        };
        foreach (var package in (string[])[Package, OtherPackage])
        {
            files[$"packages/{package}/pyproject.toml"] = ProjectOf(package);
            files[$"packages/{package}/src/{package}/__init__.py"] =
                "def double(number):\n    return 2 * number\n";
        }

        foreach (var environment in Environments)
        {
            files[$"environments/{environment}/kernel.name"] = $"{environment} (tiny)\n";
            files[$"environments/{environment}/{environment}.pip"] = $"{Package}\n";
            // In the base image already, and enough to let the environment see it.
            files[$"environments/{environment}/{environment}.apt"] = "python3-ipykernel\n";
            files[$"environments/{environment}/tests/imports"] = $"{Package}\njson\n";
            files[$"environments/{environment}/tests/{environment}.ipynb"] = Notebook(environment);
        }

        foreach (var (name, text) in files)
        {
            await WriteAsync(image / name, text, cancellationToken);
        }

        CopyHooks(copy.Root / "deployments/demo/image/environments", image / "environments");
    }

    /// <summary>Removes what the engine keeps of the mission.</summary>
    public Task RemoveImagesAsync(CancellationToken cancellationToken) =>
        Docker.Local.RemoveImagesAsync($"hubforge.mission={Name}", cancellationToken);

    private string MissionSettings =>
        $"""
            name: {Name}
            title: A mission for the tests
            base:
              build: common/base
            manager: venv
            test:
              jobs: 2
              timeout: 120

            """;

    private string Dockerfile =>
        $"""
            ARG COMMON_IMAGE
            FROM {"${COMMON_IMAGE}"} AS common
            USER root
            ARG SOURCE_DATE_EPOCH=""
            ARG STRICT_LOCKS=0

            {string.Join("\n", Environments.Select(Stage))}
            FROM common AS mission
            {string.Join("\n", Environments.Select(Collect))}

            """;

    private static string Stage(string environment) =>
        $"""
            FROM common AS env-{environment}
            ARG PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_FIND_LINKS PIP_TRUSTED_HOST
            COPY packages/ /opt/packages/
            COPY env-frozen/{environment}/ /opt/env-frozen/{environment}/
            COPY environments/{environment}/kernel.name /opt/environments/{environment}/
            RUN --mount=type=secret,id=netrc,target=/root/.netrc env-install {environment}

            """;

    private static string Collect(string environment) =>
        $"""
            COPY --from=env-{environment} /opt/envs/{environment}/ /opt/envs/{environment}/
            COPY --from=env-{environment} /usr/local/share/jupyter/kernels/{environment}/ /usr/local/share/jupyter/kernels/{environment}/
            """;

    private static string ProjectOf(string package) =>
        $"""
            [build-system]
            requires = ["setuptools>=61"]
            build-backend = "setuptools.build_meta"

            [project]
            name = "{package}"
            version = "1.0.0"
            dependencies = []

            [tool.setuptools.packages.find]
            where = ["src"]

            """;

    private static string Notebook(string kernel) =>
        $$"""
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "check",
               "metadata": {},
               "outputs": [],
               "source": ["import {{Package}}\n", "assert {{Package}}.double(21) == 42"]
              }
             ],
             "metadata": {
              "kernelspec": {"display_name": "{{kernel}} (tiny)", "language": "python", "name": "{{kernel}}"},
              "language_info": {"name": "python"}
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;

    private static void CopyHooks(AbsolutePath from, AbsolutePath to)
    {
        File.Copy(from / "test", to / "test");
        var hook = to / "post-start-hook";
        File.WriteAllText(hook, "#!/bin/bash\nset -euo pipefail\n");
        File.SetUnixFileMode(hook, File.GetUnixFileMode(from / "test"));
    }

    private static async Task WriteAsync(
        AbsolutePath file,
        string text,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(file.Parent!);
        await File.WriteAllTextAsync(file, text, cancellationToken);
    }
}
