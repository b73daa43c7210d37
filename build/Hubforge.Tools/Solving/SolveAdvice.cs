namespace Hubforge.Tools.Solving;

/// <summary>What to do about each kind of failure.</summary>
internal static class SolveAdvice
{
    // From here on a list of who asks for what is harder to read than a picture of it.
    private const int Maze = 5;

    public static string For(SolveFailure failure, string environment)
    {
        var package = failure.Packages.Length > 0 ? failure.Packages[0] : "the package";
        return failure.Kind switch
        {
            SolveFailureKind.UnknownPackage =>
                $"check the spelling of {package} and that the channel or index answers; some packages are in only one of conda and pip",
            SolveFailureKind.NoSuchVersion =>
                $"ask for a version of {package} that exists, or add the channel or index that has it",
            SolveFailureKind.WrongPython =>
                $"pin a version of {package} that is made for this Python, change the python pin of {environment}, or compile it for this Python with `env-src-install {environment} {package}`",
            SolveFailureKind.Conflict => ForConflict(failure, environment),
            SolveFailureKind.HashMismatch =>
                $"find out why the file changed; if the change is wanted, solve again with `--use-frozen 0 --update {package}`",
            SolveFailureKind.AbiMismatch =>
                $"recompile {package} against the numpy that is installed with `env-src-install {environment} {package}`, or move the numpy pin",
            SolveFailureKind.ChannelUnreachable =>
                "check the channel's address and the network; behind a mirror, set CONDA_CHANNEL_ALIAS",
            SolveFailureKind.IndexUnreachable =>
                "check the address and the network; behind a mirror, set PIP_INDEX_URL or PIP_FIND_LINKS",
            SolveFailureKind.BuildFailed =>
                $"ask for a version of {package} that has a wheel, or add what its build needs (compilers, headers) and use `env-src-install {environment} {package}`",
            SolveFailureKind.BadSpec => "correct the spec that is named above",
            SolveFailureKind.SystemRequirement =>
                $"ask for an older version of {package}, or use a base image that has what it demands",
            SolveFailureKind.ChannelPriority =>
                $"name the channel in the spec (`channel::{package}`), change the order of the channels, or use flexible channel priority",
            _ => "the whole output of the tool is in the log",
        };
    }

    private static string ForConflict(SolveFailure failure, string environment)
    {
        var involved = failure
            .Chains.SelectMany(chain => chain.Links)
            .Select(link => link.NormalizedName)
            .Distinct()
            .Count();
        var loosen = failure.Requested.Length switch
        {
            0 => "loosen one of the requirements that exclude each other",
            1 => $"loosen or change the requirement {failure.Requested[0]}",
            _ => $"loosen one of {string.Join(", ", failure.Requested)}",
        };
        return involved < Maze
            ? loosen
            : $"{loosen}; to see the maze, solve without it and draw the rest with `GraphEnv --environment {environment} --packages {string.Join(' ', failure.Packages)}`";
    }
}
