namespace Hubforge.Scripts.Tests;

/// <summary>One line of the file that HUBFORGE_REPORT names.</summary>
internal sealed record ReportedTest(string Environment, string Phase, string Name, string Outcome)
{
    public double Seconds { get; init; }

    public string Message { get; init; } = "";
}
