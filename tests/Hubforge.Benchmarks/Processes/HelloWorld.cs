using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Benchmarks.Processes;

/// <summary>The least that a .NET program does: the yardstick of start-up.</summary>
internal static class HelloWorld
{
    /// <summary>Writes and compiles it; returns its assembly.</summary>
    public static async Task<AbsolutePath> CompileAsync(
        AbsolutePath scratch,
        CancellationToken cancellationToken
    )
    {
        var folder = scratch / "hello";
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            folder / "hello.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """,
            cancellationToken
        );
        await File.WriteAllTextAsync(
            folder / "Program.cs",
            """System.Console.WriteLine("Hello, world");""",
            cancellationToken
        );
        await Pairs.Runner.RunAsync(
            new Command("dotnet").With(
                "build",
                "--configuration",
                "Release",
                "--output",
                "out"
            ) with
            {
                WorkingDirectory = folder,
            },
            null,
            cancellationToken
        );
        return folder / "out/hello.dll";
    }
}
