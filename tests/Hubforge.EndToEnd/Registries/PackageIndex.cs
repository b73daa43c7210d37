using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hubforge.EndToEnd.Registries;

/// <summary>An index of Python packages on the loopback address (PEP 503), filled by the test.</summary>
internal sealed class PackageIndex : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private readonly LoopbackServer _server;
    private readonly string? _authorization;

    /// <param name="host">An address of this machine.</param>
    /// <param name="login"><c>user:password</c> without which nothing is given; everybody may read when null.</param>
    public PackageIndex(string host = "127.0.0.1", string? login = null)
    {
        _authorization = login is null
            ? null
            : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(login))}";
        _server = new LoopbackServer(host, Answer);
        Url = $"http://{_server.Name}/simple/";
        UrlWithLogin = $"http://{login}@{_server.Name}/simple/";
    }

    /// <summary>What pip takes as its index.</summary>
    public string Url { get; }

    /// <summary>The same with the login in it.</summary>
    public string UrlWithLogin { get; }

    /// <summary>Publishes a version as a wheel; <paramref name="requirements"/> are what it depends on.</summary>
    public PackageIndex WithWheel(string name, string version, params string[] requirements)
    {
        _files[$"{name}-{version}-py3-none-any.whl"] = PythonPackages.Wheel(
            name,
            version,
            requirements
        );
        return this;
    }

    /// <summary>Publishes a version as a source package alone.</summary>
    public PackageIndex WithSource(string name, string version)
    {
        _files[$"{name}-{version}.tar.gz"] = PythonPackages.Source(name, version);
        return this;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        if (_authorization is not null && request.Headers["Authorization"] != _authorization)
        {
            response.StatusCode = (int)HttpStatusCode.Unauthorized;
            response.AddHeader("WWW-Authenticate", "Basic realm=\"tests\"");
            return;
        }

        var parts = request.Url!.AbsolutePath.Trim('/').Split('/');
        var content = parts switch
        {
            ["simple", var name] => PageOf(name),
            ["files", var file] => _files.GetValueOrDefault(file),
            _ => null,
        };
        if (content is null)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = parts[0] == "simple" ? "text/html" : "application/octet-stream";
        response.ContentLength64 = content.Length;
        if (request.HttpMethod != "HEAD")
        {
            response.OutputStream.Write(content);
        }
    }

    private byte[]? PageOf(string name)
    {
        var links = _files
            .Where(file => file.Key.StartsWith(name + "-", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file =>
                $"<a href=\"/files/{file.Key}#sha256={Convert.ToHexStringLower(SHA256.HashData(file.Value))}\">{file.Key}</a><br>"
            )
            .ToArray();
        return links.Length == 0
            ? null
            : Encoding.UTF8.GetBytes(
                $"<!DOCTYPE html><html><body>{string.Join('\n', links)}</body></html>"
            );
    }
}
