#pragma warning disable RS0030 // a program for tests: the console, the environment and processes are what it is about
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hubforge.TestProgram;

/// <summary>What the program can be asked to do.</summary>
internal static class Acts
{
    public static int Echo(string[] words)
    {
        Console.Out.WriteLine(string.Join(' ', words));
        return 0;
    }

    public static int EchoError(string[] words)
    {
        Console.Error.WriteLine(string.Join(' ', words));
        return 0;
    }

    public static int Copy()
    {
        using var output = Console.OpenStandardOutput();
        using var input = Console.OpenStandardInput();
        input.CopyTo(output);
        return 0;
    }

    public static int List(string[] words)
    {
        Array.ForEach(words, Console.Out.WriteLine);
        return 0;
    }

    public static int ShowVariable(string name)
    {
        Console.Out.WriteLine(Environment.GetEnvironmentVariable(name) ?? "(none)");
        return 0;
    }

    public static int ShowDirectory()
    {
        Console.Out.WriteLine(Environment.CurrentDirectory);
        return 0;
    }

    public static int Exit(string code, string[] words)
    {
        if (words.Length > 0)
        {
            Console.Error.WriteLine(string.Join(' ', words));
        }

        return int.Parse(code, CultureInfo.InvariantCulture);
    }

    public static int Sleep(string seconds)
    {
        Announce();
        Thread.Sleep(Seconds(seconds));
        return 0;
    }

    /// <summary>Prints so many MiB of <c>x</c>, in lines of 100 or without any line end.</summary>
    public static int Flood(string mebibytes, bool lines)
    {
        using var output = Console.OpenStandardOutput();
        var block = new byte[1024 * 1024];
        Array.Fill(block, (byte)'x');
        for (var index = 99; lines && index < block.Length; index += 100)
        {
            block[index] = (byte)'\n';
        }

        for (var left = int.Parse(mebibytes, CultureInfo.InvariantCulture); left > 0; left--)
        {
            output.Write(block);
        }

        output.Write("the end"u8);
        return 0;
    }

    public static int IgnoreSignals(string seconds)
    {
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ignore);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);
        Announce();
        Thread.Sleep(Seconds(seconds));
        return 0;
    }

    /// <summary>Starts itself with <paramref name="words"/>, ends after so many seconds and leaves the child alone.</summary>
    public static int SpawnChild(string after, string[] words)
    {
        using var child = Process.Start(Environment.ProcessPath!, words);
        Announce();
        Thread.Sleep(Seconds(after));
        return 0;
    }

    private static void Ignore(PosixSignalContext context) => context.Cancel = true;

    private static void Announce() =>
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}")
        );

    private static TimeSpan Seconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
