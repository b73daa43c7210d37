using Hubforge.Automation.Fingerprints;

namespace Hubforge.Automation.Targets;

/// <summary>What the verbs of one target recorded. It changes while the build is defined and never after.</summary>
internal sealed class TargetSpecification(HubforgeBuild build, Func<Target>? baseDefinition)
{
    public HubforgeBuild Build { get; } = build;

    /// <summary>The definition that an overriding property replaces; null when it overrides none.</summary>
    public Func<Target>? BaseDefinition { get; } = baseDefinition;

    public string? Description { get; set; }

    public bool Listed { get; set; } = true;

    public List<Target> DependsOn { get; } = [];

    public List<Target> DependentFor { get; } = [];

    public List<Target> Before { get; } = [];

    public List<Target> After { get; } = [];

    public List<Target> Triggers { get; } = [];

    public List<Target> TriggeredBy { get; } = [];

    public List<Condition> StaticConditions { get; } = [];

    public List<Condition> DynamicConditions { get; } = [];

    public DependencyBehavior WhenSkipped { get; set; }

    public List<Requirement> Requirements { get; } = [];

    public bool ProceedAfterFailure { get; set; }

    public bool AssuredAfterFailure { get; set; }

    public ItemSource? Items { get; set; }

    public List<Func<object?, CancellationToken, Task>> Actions { get; } = [];

    public List<Func<object?, IEnumerable<string>>> Inputs { get; } = [];

    public List<Func<object?, IEnumerable<string>>> Outputs { get; } = [];

    public List<NamedValue> Values { get; } = [];

    public List<CurrencyCheck> Checks { get; } = [];

    public List<string> Produces { get; } = [];

    public List<ArtifactSource> Consumes { get; } = [];

    public int? PartitionSize { get; set; }

    public TimeSpan? Timeout { get; set; }

    public int Attempts { get; set; } = 1;

    public TimeSpan RetryDelay { get; set; }

    /// <summary>Whether anything was declared that lets the engine find the target up to date.</summary>
    public bool IsIncremental => Inputs.Count + Values.Count + Outputs.Count + Checks.Count > 0;
}
