using System.Collections.Immutable;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>The lines of a log, read once for all readers.</summary>
internal sealed class PipLog(string log)
{
    private const string ErrorMark = "ERROR: ";

    private readonly Lazy<PipOrigins> _origins = new(() => PipOrigins.Read(LogText.Lines(log)));

    /// <summary>All lines, as they were printed.</summary>
    public ImmutableArray<string> Lines { get; } = [.. LogText.Lines(log)];

    /// <summary>What follows <c>ERROR:</c>, in order.</summary>
    public IEnumerable<string> Errors =>
        Lines
            .Where(line => line.StartsWith(ErrorMark, StringComparison.Ordinal))
            .Select(line => line[ErrorMark.Length..].Trim());

    /// <summary>Where pip got each package's name from.</summary>
    public PipOrigins Origins => _origins.Value;

    /// <summary>Returns the lines after the first that starts so, as far as <paramref name="while"/> holds.</summary>
    public IEnumerable<string> Below(string start, Func<string, bool> @while) =>
        Lines
            .SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(@while);
}
