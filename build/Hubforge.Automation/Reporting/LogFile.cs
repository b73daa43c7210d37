using System.Globalization;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Keeps everything in <c>.nuke/temp/build.log</c>, with a dated copy of each of the last five runs.</summary>
internal sealed class LogFile : IOutput
{
    private const int KeptCopies = 5;
    private const int NodeWidth = 24;

    private readonly AbsolutePath _file;
    private readonly DateTimeOffset _started;
    private readonly StreamWriter _writer;

    public LogFile(AbsolutePath folder, DateTimeOffset started)
    {
        Directory.CreateDirectory(folder);
        _file = folder / "build.log";
        _started = started;
        _writer = new StreamWriter(
            new FileStream(_file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite),
            new UTF8Encoding(false)
        );
    }

    public void Write(OutputLine line)
    {
        var time = line.Time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        _writer.WriteLine(
            $"{time} | {Letter(line.Severity)} | {(line.Node ?? "").PadRight(NodeWidth)} | {line.Text}"
        );
    }

    public void Report(string? node, Problem problem) { }

    public void Progress(string node, string subject, string state, double? fraction) =>
        _writer.WriteLine($"{"", 12} | P | {node.PadRight(NodeWidth)} | {subject}: {state}");

    // A run that is killed should leave what it did.
    public void NodeStarted(NodeRecord node)
    {
        _writer.WriteLine(
            $"{"", 12} | S | {node.Name.PadRight(NodeWidth)} | starts: {node.Reason}"
        );
        _writer.Flush();
    }

    public void NodeEnded(NodeRecord node)
    {
        _writer.WriteLine(
            $"{"", 12} | S | {node.Name.PadRight(NodeWidth)} | {node.Status}: {node.Reason}"
        );
        _writer.Flush();
    }

    public void Dispose()
    {
        _writer.Dispose();
        var folder = _file.Parent!;
        var stamp = _started.ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
        File.Copy(_file, folder / $"build.{stamp}.log", overwrite: true);
        var copies = Directory.GetFiles(folder, "build.*-*-*_*-*-*.log");
        Array.Sort(copies, StringComparer.Ordinal);
        foreach (var old in copies[..Math.Max(0, copies.Length - KeptCopies)])
        {
            File.Delete(old);
        }
    }

    private static char Letter(Severity severity) => severity.ToString()[0];
}
