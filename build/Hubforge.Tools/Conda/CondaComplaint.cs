using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>One requirement of a failed solve, with what is wrong with it.</summary>
internal sealed record CondaComplaint(RequirementChain Chain, CondaTrouble Trouble)
{
    private static readonly string[] s_pythons = ["python", "python_abi", "_python_rc"];

    public bool IsAboutPython => s_pythons.Contains(Chain.Leaf.Package);

    /// <summary>The package that asks for a Python: the last link that is not Python itself; null when there is none.</summary>
    public string? PythonUser =>
        Chain.Links.LastOrDefault(link => !s_pythons.Contains(link.Package))?.Package;
}
