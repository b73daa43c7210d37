namespace Hubforge.Automation;

/// <summary>
/// A step of the build, declared as a property: <c>Target Test =&gt; target =&gt; target.DependsOn(Build).Executes(() =&gt; ...)</c>.
/// The lambda runs while planning and only records; a property is named, never called, to refer to a target.
/// </summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
