using System.Collections.Immutable;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>Arguments of <c>remove</c>. A package that is not there is no failure, and looks like nothing to do.</summary>
public sealed record CondaRemove(CondaTarget Target, ImmutableArray<string> Packages) : ICondaChange
{
    string ICondaChange.Verb => "remove";

    Command ICondaChange.AddTo(Command command) =>
        Target
            .AddTo(command)
            .With([.. Packages.Select(package => (Argument)GivenValue.Plain("conda", package))]);
}
