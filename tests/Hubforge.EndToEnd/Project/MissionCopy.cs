using System.Text.RegularExpressions;
using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Project;

/// <summary>Does by program what a person does who starts a mission from <c>demo</c>: copies the folder and changes the names in it.</summary>
internal static class MissionCopy
{
    private const string Original = "demo";

    /// <param name="copy">The project.</param>
    /// <param name="name">The name of the new mission.</param>
    /// <param name="environments">The new name of each environment of <c>demo</c>.</param>
    /// <param name="cancellationToken"></param>
    public static async Task MakeAsync(
        ProjectCopy copy,
        string name,
        IReadOnlyDictionary<string, string> environments,
        CancellationToken cancellationToken
    )
    {
        var deployments = copy.Root / "deployments";
        await Programs.ReadAsync(
            "cp",
            ["--recursive", deployments / Original, deployments / name],
            cancellationToken
        );
        var image = deployments / name / "image";
        if ((image / "env-frozen").DirectoryExists)
        {
            Directory.Delete(image / "env-frozen", recursive: true); // the locks name the environments; they are made anew
        }

        foreach (var (from, to) in environments)
        {
            RenameEnvironment(image / "environments", from, to);
        }

        foreach (
            var file in (string[])
                ["mission.yml", "image/Dockerfile.custom", "image/environments/post-start-hook"]
        )
        {
            await RenameInAsync(deployments / name / file, environments, cancellationToken);
        }

        await copy.EditAsync(
            $"deployments/{name}/mission.yml",
            text => text.Replace($"name: {Original}", $"name: {name}", StringComparison.Ordinal),
            cancellationToken
        );
    }

    private static void RenameEnvironment(AbsolutePath folder, string from, string to)
    {
        Directory.Move(folder / from, folder / to);
        foreach (var file in Directory.GetFiles(folder / to, from + ".*"))
        {
            File.Move(file, folder / to / (to + Path.GetExtension(file)));
        }
    }

    private static async Task RenameInAsync(
        string file,
        IReadOnlyDictionary<string, string> names,
        CancellationToken cancellationToken
    )
    {
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        foreach (var (from, to) in names)
        {
            text = Regex.Replace(text, $@"\b{Regex.Escape(from)}\b", to);
        }

        await File.WriteAllTextAsync(file, text, cancellationToken);
    }
}
