using System.Text.RegularExpressions;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Locks;

/// <summary>Reads <c>requirements.txt</c> of a lock: exact versions with hashes, and full commits.</summary>
internal sealed partial class RequirementsLockReader(SourceText source, ProblemList problems)
{
    private const string Advice =
        "do not edit locks by hand; solve again: CompileEnvs --use-frozen 0";

    public IReadOnlyList<LockedPackage> Read()
    {
        Dictionary<string, LockedPackage> packages = [];
        foreach (var line in PipListReader.Read(source, problems))
        {
            if (line.Option is { Name: "--requirement" or "--constraint" or "--editable" } option)
            {
                problems.Error(line.Place, $"a lock takes no '{option.Name}'", Advice);
                continue;
            }

            if (line.Requirement is not null && ReadRequirement(line) is { } package)
            {
                Add(package, line.Place, packages);
            }
        }

        return [.. packages.Values.OrderBy(package => package.Name, StringComparer.Ordinal)];
    }

    private void Add(LockedPackage package, Place place, Dictionary<string, LockedPackage> packages)
    {
        if (packages.TryGetValue(package.Name, out var other) && other != package)
        {
            problems.Error(
                place,
                $"'{package.Name}' is locked twice: {other.Version} and {package.Version}",
                Advice
            );
        }

        packages[package.Name] = package;
    }

    private LockedPackage? ReadRequirement(PipLine line)
    {
        var requirement = line.Requirement!;
        if (requirement.KnownName is not { Length: > 0 } name)
        {
            problems.Error(line.Place, $"'{line.Text}' has no name", Advice);
            return null;
        }

        var version = requirement.Address is null
            ? ReadVersion(line, requirement)
            : ReadAddress(line, requirement);
        return version is null
            ? null
            : new LockedPackage(Ecosystem.Pip, PackageName.Normalise(name), version);
    }

    private string? ReadVersion(PipLine line, PipRequirement requirement)
    {
        if (requirement.Specifiers is not [{ IsPin: true } pin])
        {
            problems.Error(
                line.Place,
                $"'{requirement.Name}' is not fixed to one version with '=='",
                Advice
            );
            return null;
        }

        if (requirement.Hashes.IsEmpty)
        {
            problems.Error(line.Place, $"'{requirement.Name}' has no --hash", Advice);
            return null;
        }

        return pin.Version;
    }

    private string? ReadAddress(PipLine line, PipRequirement requirement)
    {
        if (!requirement.IsVersionControl)
        {
            if (
                requirement.Hashes.IsEmpty
                && !requirement.Address!.Contains("#sha256=", StringComparison.Ordinal)
            )
            {
                problems.Error(line.Place, $"'{requirement.KnownName}' has no --hash", Advice);
                return null;
            }

            return requirement.Address;
        }

        var commit = CommitPattern().Match(requirement.Address!);
        if (commit.Success)
        {
            return commit.Groups["commit"].Value;
        }

        problems.Error(
            line.Place,
            $"'{requirement.KnownName}' is not fixed to a full commit of 40 digits",
            Advice
        );
        return null;
    }

    [GeneratedRegex("@(?<commit>[0-9a-f]{40})(#|$)")]
    private static partial Regex CommitPattern();
}
