using Hubforge.Primitives;

namespace Hubforge.Build.Provisioning;

/// <summary>Provisioning ran to its end and something is still missing.</summary>
internal sealed class MachineNotProvisionedException(string what, string facts, string advice)
    : HubforgeException(new FailureText(what).With("because", facts).Try(advice));
