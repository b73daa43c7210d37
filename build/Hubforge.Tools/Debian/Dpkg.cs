using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Debian;

/// <summary>dpkg's list of installed packages.</summary>
public sealed class Dpkg(IProcessRunner processes)
{
    private const int SomeUnknown = 1;

    /// <summary>Returns those of the named packages that are installed; every installed package when none is named.</summary>
    public async Task<ImmutableArray<DebianPackage>> ListAsync(
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        var command = new Command("dpkg-query")
            .With("--show", "--showformat=${Package}\\t${Version}\\t${db:Status-Status}\\n")
            .With([.. names.Select(name => (Argument)GivenValue.Plain("dpkg-query", name))]);
        var result = await processes.RunAsync(
            command with
            {
                AcceptedExitCodes = [0, SomeUnknown],
            },
            null,
            cancellationToken
        );
        return
        [
            .. result
                .OutputLines.Select(line => line.Split('\t'))
                .Where(parts => parts is [_, _, "installed"])
                .Select(parts => new DebianPackage(parts[0], parts[1])),
        ];
    }
}
