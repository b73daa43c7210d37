namespace Hubforge.Automation.Hosts;

/// <summary>A person's terminal, or a pipe or file on a person's machine.</summary>
internal sealed class TerminalHost : Host
{
    public override string Name => "Terminal";

    public override bool IsServer => false;
}
