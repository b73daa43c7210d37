namespace Hubforge.Automation.Pipelines;

/// <summary>Settles one job of a pipeline more closely: what its command is given, and what it may do.</summary>
/// <param name="pipeline">The name of the pipeline.</param>
/// <param name="target">The invoked target whose job is meant.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PipelineJobAttribute(string pipeline, string target) : Attribute
{
    /// <summary>The name of the pipeline.</summary>
    public string Pipeline { get; } = pipeline;

    /// <summary>The invoked target.</summary>
    public string Target { get; } = target;

    /// <summary>Arguments of the command, after those that every job of the pipeline has.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>Parameters that this job alone gets as secrets, by name.</summary>
    public string[] ImportSecrets { get; set; } = [];

    /// <summary>Parameters that this job alone gets from variables of the project, by name.</summary>
    public string[] ImportVariables { get; set; } = [];

    /// <summary>After how many minutes the job is ended; 0 for what the pipeline says.</summary>
    public int TimeoutMinutes { get; set; }

    /// <summary>The deployment environment, with the approvals that the host keeps for it; null for none.</summary>
    public string? EnvironmentName { get; set; }

    /// <summary>
    /// Jobs of the same group, and of the same mission, run one at a time across all runs, as those that push should; of those that wait
    /// only the last one runs. Null for no group. Azure Pipelines has none.
    /// </summary>
    public string? ConcurrencyGroup { get; set; }

    /// <summary>GitHub permissions that the job needs beyond reading the sources: <c>packages: write</c>, <c>id-token: write</c>.</summary>
    public string[] Permissions { get; set; } = [];
}
