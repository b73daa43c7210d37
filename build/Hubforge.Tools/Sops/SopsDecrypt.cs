using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Tools.Sops;

/// <summary>Arguments of <c>sops decrypt</c>. The text goes to this program only, never to a file.</summary>
public sealed record SopsDecrypt(AbsolutePath File)
{
    /// <summary>One value, such as <c>["token"]</c>; the whole file when null.</summary>
    public string? Extract { get; init; }

    /// <summary><c>json</c>, <c>yaml</c>, <c>dotenv</c> or <c>binary</c>; the file's own when null.</summary>
    public string? OutputType { get; init; }

    internal Command ToCommand() =>
        new Command("sops")
            .With("decrypt")
            .WithOption("--extract", Extract)
            .WithOption("--output-type", OutputType)
            .With(File.ToString()) with
        {
            WorkingDirectory = File.Parent,
        };
}
