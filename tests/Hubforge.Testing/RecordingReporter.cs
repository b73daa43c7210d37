using System.Collections.Concurrent;
using Hubforge.Primitives;

namespace Hubforge.Testing;

/// <summary>A reporter that remembers what it was told.</summary>
public sealed class RecordingReporter : IReporter
{
    private readonly ConcurrentQueue<(Severity Severity, string Message)> _messages = new();
    private readonly ConcurrentQueue<(string Subject, string State, double? Fraction)> _steps =
        new();
    private readonly ConcurrentQueue<Problem> _problems = new();

    /// <summary>Messages in order.</summary>
    public IReadOnlyList<(Severity Severity, string Message)> Messages => [.. _messages];

    /// <summary>Steps of progress in order.</summary>
    public IReadOnlyList<(string Subject, string State, double? Fraction)> Steps => [.. _steps];

    /// <summary>Problems in order.</summary>
    public IReadOnlyList<Problem> Problems => [.. _problems];

    /// <inheritdoc/>
    public void Write(Severity severity, string message) => _messages.Enqueue((severity, message));

    /// <inheritdoc/>
    public void Progress(string subject, string state, double? fraction) =>
        _steps.Enqueue((subject, state, fraction));

    /// <inheritdoc/>
    public void Report(Problem problem) => _problems.Enqueue(problem);
}
