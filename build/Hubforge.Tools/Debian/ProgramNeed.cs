namespace Hubforge.Tools.Debian;

/// <summary>A program that has to be there, and the Debian package that brings it.</summary>
/// <param name="Program">The program's name, as it is looked up on <c>PATH</c>.</param>
/// <param name="Package">The package's name.</param>
public sealed record ProgramNeed(string Program, string Package);
