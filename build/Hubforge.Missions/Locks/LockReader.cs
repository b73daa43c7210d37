using System.Collections.Immutable;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Specs.Yaml;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>Reads a lock folder and reports everything in it that cannot be trusted.</summary>
internal sealed class LockReader(AbsolutePath folder, string environment, ProblemList problems)
{
    private const string Advice = "solve again: CompileEnvs --use-frozen 0";

    private readonly List<LockedPackage> _packages = [];
    private readonly SortedDictionary<string, string> _digests = new(StringComparer.Ordinal);

    private LockManifest? _manifest;

    /// <summary>Returns the lock; null when the folder is not there.</summary>
    public EnvironmentLock? Read()
    {
        if (!folder.DirectoryExists)
        {
            return null;
        }

        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            ReadFile(AbsolutePath.Parse(path));
        }

        if (!_digests.ContainsKey(LockNames.Requirements))
        {
            problems.Error(
                new Place(folder / LockNames.Requirements, 1),
                $"the lock of '{environment}' has no {LockNames.Requirements}",
                Advice
            );
        }

        CheckManifest();
        return new EnvironmentLock(folder, environment)
        {
            Packages = [.. Sorted()],
            Manifest = _manifest,
            Digest = FileDigest.Combine(_digests),
        };
    }

    private IEnumerable<LockedPackage> Sorted() =>
        _packages
            .Distinct()
            .OrderBy(package => package.Ecosystem)
            .ThenBy(package => package.Name, StringComparer.Ordinal);

    private void ReadFile(AbsolutePath file)
    {
        if (SourceText.Load(file, problems) is not { } source)
        {
            return;
        }

        if (file.Name == LockNames.Manifest)
        {
            _manifest = LockManifest.Parse(source, problems);
            return;
        }

        _digests[file.Name] = FileDigest.Of(file);
        if (file.Name == LockNames.Requirements)
        {
            _packages.AddRange(new RequirementsLockReader(source, problems).Read());
        }
        else if (LockNames.CondaPlatform(file.Name) is { } platform)
        {
            _packages.AddRange(CondaLockReader.Read(source, platform, problems));
        }
        else if (file.Name == LockNames.Apt)
        {
            _packages.AddRange(AptLockReader.Read(source, problems));
        }
        else
        {
            ReadYaml(source);
        }
    }

    private void ReadYaml(SourceText source)
    {
        if (
            source.File.Name != LockNames.CondaRequirements
            && source.File.Name != LockNames.Frozen(environment)
        )
        {
            problems.Warn(
                source.At(1),
                $"the file '{source.File.Name}' is not part of a lock",
                "remove it; locks are written by CompileEnvs"
            );
            return;
        }

        if (new YamlReader(source, problems).Read() is not YamlMap and not null)
        {
            problems.Error(source.At(1), $"{source.File.Name} is not a mapping", Advice);
        }
    }

    private void CheckManifest()
    {
        var place = new Place(folder / LockNames.Manifest, 1);
        if (_manifest is null)
        {
            if (!place.File.FileExists)
            {
                problems.Error(place, $"the lock of '{environment}' has no lock.json", Advice);
            }

            return;
        }

        foreach (
            var name in _digests
                .Keys.Union(_manifest.Files.Keys)
                .Where(name =>
                    _digests.GetValueOrDefault(name) != _manifest.Files.GetValueOrDefault(name)
                )
        )
        {
            problems.Error(
                new Place(folder / name, 1),
                $"'{name}' is not what was solved: its digest differs from that in lock.json",
                Advice
            );
        }
    }
}
