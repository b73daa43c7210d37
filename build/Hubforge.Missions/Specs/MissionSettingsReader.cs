using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hubforge.Missions.Specs.Yaml;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>Turns <c>mission.yml</c> into <see cref="MissionSettings"/> and reports everything in it that is not understood.</summary>
internal sealed partial class MissionSettingsReader(
    AbsolutePath root,
    SourceText source,
    ProblemList problems
)
{
    private static readonly string[] _platforms = ["linux/amd64", "linux/arm64"];

    private readonly YamlShape _shape = new(source, problems);

    /// <summary>Returns the settings; null when the file holds none that can be used.</summary>
    public MissionSettings? Read(string missionName)
    {
        var root = new YamlReader(source, problems).Read();
        if (root is not YamlMap map)
        {
            if (root is not null || !problems.HasErrors)
            {
                problems.Error(
                    source.At(root?.Line ?? 1),
                    $"{source.File.Name} must be a mapping, it is {root?.Kind ?? "empty"}",
                    "begin with: base: { build: common/base }"
                );
            }

            return null;
        }

        return ReadSettings(map, missionName);
    }

    private MissionSettings? ReadSettings(YamlMap map, string missionName)
    {
        _shape.RequireKnownKeys(
            map,
            $"in {source.File.Name}",
            "name",
            "title",
            "base",
            "manager",
            "platforms",
            "repository",
            "tags",
            "test",
            "dev"
        );
        CheckName(map, missionName);
        var origin = ReadBase(map);
        var platforms = ReadPlatforms(map);
        return origin is null
            ? null
            : new MissionSettings
            {
                Title = _shape.FindText(map, "title")?.Value ?? missionName,
                Base = origin,
                Manager = ReadManager(map),
                Platforms = platforms,
                MainPlatform = platforms[0],
                Repository = ReadRepository(map),
                Tags = ReadTags(map),
                Test = ReadTest(map),
                Dev = ReadDev(map),
            };
    }

    private void CheckName(YamlMap map, string missionName)
    {
        if (_shape.FindText(map, "name") is { } name && name.Value != missionName)
        {
            problems.Error(
                source.At(name.Line),
                $"the name '{name.Value}' is not the name of the folder, '{missionName}'",
                $"write 'name: {missionName}', or rename the folder"
            );
        }
    }

    private BaseSource? ReadBase(YamlMap map)
    {
        if (map.Find("base") is null)
        {
            problems.Error(
                source.At(map.Line),
                "'base' is missing: nothing says which image the mission stands on",
                "add 'base: { image: NAME@sha256:... }' or 'base: { build: common/base }'"
            );
            return null;
        }

        if (_shape.FindMap(map, "base") is not { } settings)
        {
            return null;
        }

        _shape.RequireKnownKeys(settings, "in 'base'", "image", "build");
        var image = _shape.FindText(settings, "image");
        var build = _shape.FindText(settings, "build");
        if ((image is null) == (build is null))
        {
            problems.Error(
                source.At(settings.Line),
                "'base' needs exactly one of 'image' and 'build'",
                "keep 'image: NAME@sha256:...' to pull it, or 'build: FOLDER' to build it"
            );
            return null;
        }

        return image is not null ? ReadPulled(image) : ReadBuilt(build!);
    }

    private PulledBase? ReadPulled(YamlScalar image)
    {
        if (!ImagePattern().IsMatch(image.Value))
        {
            problems.Error(
                source.At(image.Line),
                $"'{image.Value}' is not the name of an image",
                "write it as REGISTRY/REPOSITORY:TAG@sha256:DIGEST, in lower case"
            );
            return null;
        }

        var pulled = new PulledBase(image.Value);
        if (pulled.Digest is null)
        {
            problems.Warn(
                source.At(image.Line),
                $"the base image '{image.Value}' has no digest, so a frozen build may change from day to day",
                "append '@sha256:...' (docker buildx imagetools inspect shows it)"
            );
        }

        return pulled;
    }

    private BuiltBase? ReadBuilt(YamlScalar build)
    {
        var folder = root / build.Value;
        if ((folder / "Dockerfile").FileExists)
        {
            return new BuiltBase(folder, folder.RelativeTo(root));
        }

        problems.Error(
            source.At(build.Line),
            $"the base folder '{build.Value}' holds no Dockerfile",
            "name a folder from the root of the repository, for example common/base"
        );
        return null;
    }

    private EnvironmentManager? ReadManager(YamlMap map)
    {
        if (_shape.FindText(map, "manager") is not { } manager)
        {
            return null;
        }

        var known = Enum.GetNames<EnvironmentManager>();
        var index = Array.FindIndex(
            known,
            name => name.Equals(manager.Value, StringComparison.OrdinalIgnoreCase)
        );
        if (index >= 0)
        {
            return Enum.GetValues<EnvironmentManager>()[index];
        }

        ReportChoice(manager, "manager", "venv", "mamba", "micromamba", "conda");
        return null;
    }

    private ImmutableArray<string> ReadPlatforms(YamlMap map)
    {
        var platforms = _shape.ListTexts(map, "platforms");
        foreach (var platform in platforms.Where(one => !_platforms.Contains(one.Value)))
        {
            ReportChoice(platform, "platform", _platforms);
        }

        return platforms.Count == 0
            ? [MissionSettings.DefaultPlatform]
            : [.. platforms.Select(platform => platform.Value).Distinct()];
    }

    private string? ReadRepository(YamlMap map)
    {
        var repository = _shape.FindText(map, "repository");
        if (repository is not null && !RepositoryPattern().IsMatch(repository.Value))
        {
            problems.Error(
                source.At(repository.Line),
                $"'{repository.Value}' is not a repository",
                "write REGISTRY/PATH in lower case, without a tag (tags have a key of their own)"
            );
        }

        return repository?.Value;
    }

    private ImmutableArray<string> ReadTags(YamlMap map)
    {
        var tags = _shape.ListTexts(map, "tags");
        foreach (var tag in tags.Where(tag => !TagPattern().IsMatch(tag.Value)))
        {
            problems.Error(
                source.At(tag.Line),
                $"'{tag.Value}' is not a tag of an image",
                "use letters, digits, '_', '.' and '-', at most 128 of them"
            );
        }

        return [.. tags.Select(tag => tag.Value)];
    }

    private TestSettings ReadTest(YamlMap map)
    {
        if (_shape.FindMap(map, "test") is not { } settings)
        {
            return new TestSettings();
        }

        _shape.RequireKnownKeys(settings, "in 'test'", "jobs", "timeout");
        var seconds = _shape.FindNumber(settings, "timeout", 1, 7 * 24 * 3600);
        return new TestSettings
        {
            Jobs = _shape.FindNumber(settings, "jobs", 1, 1024),
            Timeout = seconds is { } value
                ? TimeSpan.FromSeconds(value)
                : new TestSettings().Timeout,
        };
    }

    private DevSettings ReadDev(YamlMap map)
    {
        if (_shape.FindMap(map, "dev") is not { } settings)
        {
            return new DevSettings();
        }

        _shape.RequireKnownKeys(settings, "in 'dev'", "port", "shell");
        var defaults = new DevSettings();
        return new DevSettings
        {
            Port = _shape.FindNumber(settings, "port", 1, 65535) ?? defaults.Port,
            Shell = _shape.FindText(settings, "shell")?.Value ?? defaults.Shell,
        };
    }

    private void ReportChoice(YamlScalar given, string what, params string[] known)
    {
        var closest = Suggestions.Closest(given.Value, known);
        problems.Error(
            source.At(given.Line),
            $"unknown {what} '{given.Value}'",
            closest is null ? "choose one of those that exist" : $"did you mean '{closest}'?",
            string.Join(", ", known)
        );
    }

    [GeneratedRegex(
        @"^[a-z0-9][a-z0-9.-]*(:\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$"
    )]
    private static partial Regex ImagePattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]*(:\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+$")]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex(@"^\w[\w.-]{0,127}$")]
    private static partial Regex TagPattern();
}
