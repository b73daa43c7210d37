namespace Hubforge.Automation.Execution;

/// <summary>How far a run was told to stop.</summary>
/// <param name="Soft">Cancelled by the first Ctrl+C: programs are told to end, nothing new starts.</param>
/// <param name="Hard">Cancelled by the second: only programs that are being killed are waited for. Targets that are assured after a failure go on until then.</param>
internal sealed record Stopping(CancellationToken Soft, CancellationToken Hard);
