#pragma warning disable RS0030 // the one home of the console and of environment variables in this project
using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>The real process.</summary>
internal static class ProcessSurroundings
{
    public static Surroundings Create()
    {
        // Cheaper than Console.Out, which sets up the terminal and a lock for every write.
        var output = Writer(Console.OpenStandardOutput());
        return new Surroundings
        {
            Directory = AbsolutePath.Parse(Environment.CurrentDirectory),
            ProgramDirectory = AbsolutePath.Parse(AppContext.BaseDirectory),
            Variable = Environment.GetEnvironmentVariable,
            Variables = ListVariables,
            Output = output,
            Error = Writer(Console.OpenStandardError()),
            IsTerminal = !Console.IsOutputRedirected,
            Ask = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Ask,
            ProcessorCount = Environment.ProcessorCount,
            ProcessId = Environment.ProcessId,
            OnCancel = Listen,
        };
    }

    private static IEnumerable<string> ListVariables()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            yield return $"{variable.Key}={variable.Value}";
        }
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(false), bufferSize: 4096);

    private static Subscription Listen(Action first, Action second)
    {
        var count = 0;
        void Handle(PosixSignalContext context)
        {
            var number = Interlocked.Increment(ref count);
            // The third is left to the system, which ends the program there and then.
            context.Cancel = number <= 2;
            (number == 1 ? first : second)();
        }

        return new Subscription([
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ]);
    }

    private static string? Ask(ParameterQuestion question)
    {
        var choices =
            question.Choices.Count == 0 ? "" : $" ({string.Join(", ", question.Choices)})";
        Console.Write($"{question.Text}{choices}: ");
        return question.IsSecret ? ReadHidden() : Console.ReadLine();
    }

    private static string ReadHidden()
    {
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                text.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return text.ToString();
    }

    private sealed class Subscription(PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose() => Array.ForEach(registrations, one => one.Dispose());
    }
}
