namespace Hubforge.Automation.Cli;

/// <summary>What the program ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int TargetFailed = 1;
    public const int Usage = 2;
    public const int Bug = 70;
    public const int Cancelled = 130;
}
