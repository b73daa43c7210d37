using Hubforge.Primitives;

namespace Hubforge.Build.Provisioning;

/// <summary>Something that must be on this machine is not there, and nobody asked for it to be installed.</summary>
internal sealed class MachineNotReadyException(
    IReadOnlyList<string> missing,
    IReadOnlyList<string> commands
)
    : HubforgeException(
        new FailureText("This machine lacks what the run needs; nothing was changed.")
            .With("missing", string.Join('\n', missing))
            .With("install", string.Join('\n', commands))
            .Try(
                "the same command with --provision, which runs these commands, or run them by hand"
            )
    );
