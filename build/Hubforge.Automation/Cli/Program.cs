namespace Hubforge.Automation.Cli;

internal static class Program
{
    public static int Run<TBuild>(string[] args, Func<TBuild, Target>[] defaultTargets)
        where TBuild : HubforgeBuild, new() => args.Length + defaultTargets.Length;

    public static string[] CommandLine() => Environment.GetCommandLineArgs()[1..];
}
