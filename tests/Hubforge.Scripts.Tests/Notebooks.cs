using System.Text.Json;

namespace Hubforge.Scripts.Tests;

/// <summary>Writes notebook files.</summary>
internal static class Notebooks
{
    /// <summary>A notebook of version 4 with these code cells.</summary>
    public static string Of(params string[] cells) =>
        JsonSerializer.Serialize(
            new
            {
                cells = cells.Select(source => new
                {
                    cell_type = "code",
                    execution_count = (int?)null,
                    id = "cell",
                    metadata = new { },
                    outputs = Array.Empty<string>(),
                    source,
                }),
                metadata = new { },
                nbformat = 4,
                nbformat_minor = 5,
            }
        );
}
