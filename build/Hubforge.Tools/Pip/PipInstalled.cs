namespace Hubforge.Tools.Pip;

/// <summary>One line of <c>pip list</c>.</summary>
public sealed record PipInstalled(string Name, string Version);
