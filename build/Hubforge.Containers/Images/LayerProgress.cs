using Hubforge.Containers.Engine;
using Hubforge.Primitives;

namespace Hubforge.Containers.Images;

/// <summary>Hands the messages of a pull or push to the reporter.</summary>
internal static class LayerProgress
{
    public static void Report(ProgressMessage message, IReporter reporter)
    {
        if (message.Status is not { Length: > 0 } status)
        {
            return;
        }

        if (message.Id is { Length: > 0 } layer)
        {
            reporter.Progress(layer, status, message.Amount?.Fraction);
        }
        else
        {
            reporter.Write(Severity.Debug, status);
        }
    }
}
