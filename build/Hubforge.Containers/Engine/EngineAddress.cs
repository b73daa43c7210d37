using System.Diagnostics.CodeAnalysis;
using Hubforge.Primitives;

namespace Hubforge.Containers.Engine;

/// <summary>Where an engine listens, in the forms of <c>DOCKER_HOST</c>: <c>unix:///path</c>, <c>tcp://host:port</c>, <c>ssh://user@host</c>, <c>npipe:////./pipe/name</c>.</summary>
public sealed record EngineAddress
{
    private EngineAddress(string scheme, string rest) => (Scheme, Rest) = (scheme, rest);

    /// <summary><c>unix</c>, <c>tcp</c>, <c>ssh</c> or <c>npipe</c>.</summary>
    public string Scheme { get; }

    /// <summary>Folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c> for TLS over tcp; null for none.</summary>
    public AbsolutePath? CertificateDirectory { get; init; }

    /// <summary>The unix socket; null for another kind of address.</summary>
    public AbsolutePath? Socket => Scheme == "unix" ? AbsolutePath.Parse(Rest) : null;

    internal string Rest { get; }

    /// <summary>Returns the address of a unix socket.</summary>
    public static EngineAddress OfSocket(AbsolutePath path) => new("unix", path);

    /// <summary>Returns the address of a named pipe of this Windows machine.</summary>
    public static EngineAddress OfPipe(string name) => new("npipe", "//./pipe/" + name);

    /// <summary>Parses an address; a bare path is a unix socket, <c>http://</c> and <c>https://</c> mean tcp.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EngineAddress? address)
    {
        address = null;
        if (text is ['/', ..])
        {
            address = new EngineAddress("unix", text);
        }
        else if (text?.Split("://", 2) is [var scheme, { Length: > 0 } rest])
        {
            address = scheme switch
            {
                "unix" when rest.StartsWith('/') => new EngineAddress("unix", rest),
                "npipe" => new EngineAddress("npipe", rest),
                "tcp" or "http" or "https" => new EngineAddress("tcp", rest.TrimEnd('/')),
                "ssh" => new EngineAddress("ssh", rest),
                _ => null,
            };
        }

        return address is not null;
    }

    /// <summary>Returns the address as it stands in <c>DOCKER_HOST</c>.</summary>
    public override string ToString() => $"{Scheme}://{Rest}";
}
