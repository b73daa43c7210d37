namespace Hubforge.Build.Configuring;

/// <summary>What a deployment is for, as <c>ENVIRONMENT</c> of <c>setup-env</c> says it.</summary>
internal enum DeploymentKind
{
    /// <summary>For trying things out.</summary>
    Sandbox,

    /// <summary>For the developers.</summary>
    Dev,

    /// <summary>For testers.</summary>
    Test,

    /// <summary>For the integration of several systems.</summary>
    Int,

    /// <summary>For the users.</summary>
    Prod,
}
