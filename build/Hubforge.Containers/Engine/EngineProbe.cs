using System.Net.Sockets;
using System.Security.Authentication;

namespace Hubforge.Containers.Engine;

/// <summary>Asks an address whether an engine answers there, and which API it speaks.</summary>
internal static class EngineProbe
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Returns the connection, or null and why not.</summary>
    public static async Task<(EngineConnection? Connection, string Reason)> TryAsync(
        EngineAddress address,
        EngineTranscript? transcript,
        CancellationToken cancellationToken
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        HttpMessageInvoker? http = null;
        try
        {
            http = EngineTransport.Open(address);
            var (version, reason) = await PingAsync(http, patience.Token);
            if (version is { } agreed)
            {
                var connection = new EngineConnection(http, address, agreed)
                {
                    Transcript = transcript,
                };
                http = null;
                return (connection, "");
            }

            return (null, reason);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException or AuthenticationException)
        {
            return (null, IsAbsent(address) ? "there is no such socket" : Reason(failure));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"no answer within {s_patience.TotalSeconds} s");
        }
        finally
        {
            http?.Dispose();
        }
    }

    /// <summary>Returns the words of the innermost cause, which names what the system said.</summary>
    public static string Reason(Exception failure)
    {
        var cause = failure.GetBaseException();
        return (cause as SocketException)?.SocketErrorCode switch
        {
            SocketError.AccessDenied => "permission denied (is this user in the group docker?)",
            SocketError.ConnectionRefused => "nothing listens there",
            _ => cause.Message,
        };
    }

    // The system says "cannot assign requested address", which tells nobody anything.
    private static bool IsAbsent(EngineAddress address) =>
        address.Scheme == "unix" && !File.Exists(address.Rest);

    private static async Task<(ApiVersion? Version, string Reason)> PingAsync(
        HttpMessageInvoker http,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://engine/_ping");
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return (null, $"status {(int)response.StatusCode}: {ErrorReply.TextOf(body)}");
        }

        return
            response.Headers.TryGetValues("Api-Version", out var values)
            && ApiVersion.TryParse(values.FirstOrDefault(), out var version)
            ? Agree(version)
            : (null, "it answers, but not as a Docker engine (no Api-Version)");
    }

    private static (ApiVersion? Version, string Reason) Agree(ApiVersion offered) =>
        offered < ApiVersion.Oldest
            ? (
                null,
                $"it speaks API {offered}; {ApiVersion.Oldest} (engine 20.10) is the oldest that will do"
            )
            : (offered > ApiVersion.Newest ? ApiVersion.Newest : offered, "");
}
