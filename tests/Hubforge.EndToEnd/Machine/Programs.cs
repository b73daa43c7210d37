using Hubforge.Processes;

namespace Hubforge.EndToEnd.Machine;

/// <summary>The programs of this machine that the tests call. One that is missing fails the test with the package to install: nothing is skipped.</summary>
internal static class Programs
{
    public static ProcessRunner Runner { get; } = new(TimeSpan.FromSeconds(20));

    /// <summary>Fails the test when <paramref name="program"/> is not on <c>PATH</c>.</summary>
    public static void Require(string program, string debianPackage)
    {
        if (Runner.FindProgram(program) is null)
        {
            Assert.Fail(
                $"""
                '{program}' is not on this machine, and this test is nothing without it.
                  try: apt-get install {debianPackage}, or ./build.sh Verify --provision
                """
            );
        }
    }

    /// <summary>Runs a program whatever its exit code is.</summary>
    public static Task<CommandResult> TryAsync(
        Command command,
        CancellationToken cancellationToken
    ) =>
        Runner.RunAsync(
            command with
            {
                AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            },
            null,
            cancellationToken
        );

    /// <summary>Runs a program that must end well and returns what it printed.</summary>
    public static Task<string> ReadAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    ) =>
        Runner.ReadAsync(
            new Command(program).With([.. arguments.Select(argument => (Argument)argument)]),
            cancellationToken
        );
}
