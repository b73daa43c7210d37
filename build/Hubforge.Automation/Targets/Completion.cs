namespace Hubforge.Automation.Targets;

/// <summary>Turns what a value-returning action gave into a task to wait for.</summary>
internal static class Completion
{
    public static Task WaitAsync(object? result) => result as Task ?? Task.CompletedTask;
}
