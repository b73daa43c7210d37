using Hubforge.Automation.Execution;

namespace Hubforge.Automation.Hosts;

/// <summary>Gathers what targets want to see on the page of the CI job. Safe to use from several threads.</summary>
public sealed class SummarySink
{
    private readonly Lock _lock = new();
    private readonly List<SummarySection> _sections = [];

    /// <summary>Adds a section; one with an empty table is left out.</summary>
    public void Add(SummarySection section)
    {
        if (section.Table.IsEmpty)
        {
            return;
        }

        lock (_lock)
        {
            _sections.Add(section);
        }
    }

    /// <summary>Returns the sections by their titles: nodes run side by side, so the order of their calls means nothing. Secrets are masked.</summary>
    public IReadOnlyList<SummarySection> List()
    {
        lock (_lock)
        {
            var secrets = BuildSession.Current.Secrets;
            return
            [
                .. _sections
                    .OrderBy(section => section.Title, StringComparer.Ordinal)
                    .Select(section => new SummarySection(
                        secrets.Apply(section.Title),
                        section.Table.Select(secrets.Apply)
                    )),
            ];
        }
    }
}
