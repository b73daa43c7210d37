namespace Hubforge.Containers.Running;

/// <summary>How a program in a running container ended.</summary>
internal sealed record ExecState(bool Running, int? ExitCode);
