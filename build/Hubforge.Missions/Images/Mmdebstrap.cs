using System.Globalization;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Missions.Images;

/// <summary>Arguments of <c>mmdebstrap</c>, which makes a root file system from Debian's packages. It chooses by itself whether it needs root, user namespaces or fakechroot.</summary>
internal sealed record Mmdebstrap(string Suite, string Architecture, AbsolutePath Archive)
{
    /// <summary>The mirror; Debian's own when null.</summary>
    public string? Mirror { get; init; }

    /// <summary>An HTTP proxy for apt.</summary>
    public string? Proxy { get; init; }

    /// <summary>The time that no file is younger than.</summary>
    public long SourceDateEpoch { get; init; }

    public Command ToCommand()
    {
        var command = new Command("mmdebstrap")
        {
            Hint =
                "install it (apt-get install mmdebstrap), or give the engine a registry that has debian:trixie-slim; behind a mirror set APT_MIRROR",
        }
            .WithVariable(
                "SOURCE_DATE_EPOCH",
                SourceDateEpoch.ToString(CultureInfo.InvariantCulture)
            )
            .With("--variant=minbase", $"--architectures={Architecture}")
            .With("--include=ca-certificates");
        if (Proxy is { Length: > 0 } proxy)
        {
            command = command.With($"--aptopt=Acquire::http::Proxy \"{proxy}\"");
        }

        foreach (var path in (string[])["doc", "info", "man", "locale"])
        {
            command = command.With($"--dpkgopt=path-exclude=/usr/share/{path}/*");
        }

        command = command
            .With("--dpkgopt=path-include=/usr/share/doc/*/copyright")
            .With(Suite, Archive.ToString());
        return Mirror is { Length: > 0 } mirror ? command.With(mirror) : command;
    }
}
