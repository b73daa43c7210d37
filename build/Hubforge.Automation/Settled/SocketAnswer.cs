using System.Net.Sockets;
using System.Text;

namespace Hubforge.Automation.Settled;

/// <summary>
/// Asks a service over its unix socket, in HTTP/1.0: the answer comes in one piece and ends with the connection. What
/// HttpClient does beyond that takes a fresh process longer than the service takes to answer.
/// </summary>
internal static class SocketAnswer
{
    private const int PatienceMilliseconds = 2000;

    /// <summary>Adds status and body of the answer; its headers hold the time of day.</summary>
    /// <exception cref="SocketException">Nothing listens there, or no answer came in time.</exception>
    public static void AddAnswer(this ref StateDigest digest, ServiceQuestion question)
    {
        using var socket = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        )
        {
            SendTimeout = PatienceMilliseconds,
            ReceiveTimeout = PatienceMilliseconds,
        };
        socket.Connect(new UnixDomainSocketEndPoint(question.Socket));
        socket.Send(
            Encoding.ASCII.GetBytes($"GET {question.Target} HTTP/1.0\r\nHost: localhost\r\n\r\n")
        );
        var answer = ReadAll(socket);
        var text = answer.AsSpan();
        digest.Add(text[..Math.Max(0, text.IndexOf("\r\n"u8))]);
        digest.Add(text[Math.Max(0, text.IndexOf("\r\n\r\n"u8))..]);
    }

    private static byte[] ReadAll(Socket socket)
    {
        var answer = new byte[16 * 1024];
        var length = 0;
        int count;
        while (
            (count = socket.Receive(answer, length, answer.Length - length, SocketFlags.None)) > 0
        )
        {
            length += count;
            if (length == answer.Length)
            {
                Array.Resize(ref answer, length * 2);
            }
        }

        return answer[..length];
    }
}
