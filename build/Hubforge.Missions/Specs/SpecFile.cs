using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>One file of an environment's folder.</summary>
public sealed record SpecFile(AbsolutePath Path, SpecKind Kind)
{
    /// <summary>Whether the file asks for packages, which makes its folder an environment.</summary>
    public bool IsSpec =>
        Kind
            is SpecKind.CondaYaml
                or SpecKind.Explicit
                or SpecKind.CondaList
                or SpecKind.PipList
                or SpecKind.AptList;

    /// <summary>Whether a solve reads the file.</summary>
    public bool IsSolveInput => IsSpec || Kind is SpecKind.Hints or SpecKind.UpdateRequirements;

    internal static SpecFile Classify(AbsolutePath path) => new(path, KindOf(path));

    private static SpecKind KindOf(AbsolutePath path) =>
        path.Name switch
        {
            "build-hints.pip" => SpecKind.Hints,
            "kernel.name" => SpecKind.KernelName,
            "update-requirements" => SpecKind.UpdateRequirements,
            ['.', ..] => SpecKind.Ignored,
            _ => path.Extension switch
            {
                ".yml" => SpecKind.CondaYaml,
                ".explicit" => SpecKind.Explicit,
                ".conda" => SpecKind.CondaList,
                ".pip" => SpecKind.PipList,
                ".apt" => SpecKind.AptList,
                ".disabled" or ".notes" or ".md" => SpecKind.Ignored,
                _ => SpecKind.Unknown,
            },
        };
}
