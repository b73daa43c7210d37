namespace Hubforge.Primitives;

/// <summary>
/// Where a step says what it does. The engine gives every target its own, buffers its lines and shows progress on a terminal.
/// Implementations are safe to call from several threads.
/// </summary>
public interface IReporter
{
    /// <summary>Writes one message, which may have several lines.</summary>
    void Write(Severity severity, string message);

    /// <summary>
    /// Tells how far something is; a later call for the same <paramref name="subject"/> replaces the earlier one.
    /// </summary>
    /// <param name="subject">What moves: a layer, an environment, a build step.</param>
    /// <param name="state">Its state in a word or two.</param>
    /// <param name="fraction">From 0 to 1; null when it is not known.</param>
    void Progress(string subject, string state, double? fraction);

    /// <summary>Reports a problem that has a place in a file; CI hosts turn it into an annotation.</summary>
    void Report(Problem problem);
}
