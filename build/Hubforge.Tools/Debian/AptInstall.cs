using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Debian;

/// <summary>Arguments of <c>apt-get install</c>. Nothing is asked, and recommended packages stay out unless they are wanted.</summary>
/// <param name="Packages">Names, or <c>name=version</c>.</param>
public sealed record AptInstall(ImmutableArray<string> Packages)
{
    /// <summary>Installs what the packages recommend, too.</summary>
    public bool Recommends { get; init; }

    internal Command ToCommand() =>
        new Command("apt-get")
            .WithVariable("DEBIAN_FRONTEND", "noninteractive")
            .With("install", "--yes")
            .WithFlag("--no-install-recommends", !Recommends)
            .With("--")
            .With([.. Packages.Select(package => (Argument)GivenValue.Plain("apt-get", package))]);
}
