using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Hubforge.Primitives;

namespace Hubforge.Containers.Engine;

/// <summary>Mutual TLS with the three files that <c>DOCKER_CERT_PATH</c> holds.</summary>
internal static class EngineTls
{
    public static async Task<Stream> SecureAsync(
        Stream stream,
        string host,
        AbsolutePath certificates,
        CancellationToken cancellationToken
    )
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(certificates / "ca.pem");
        var client = X509Certificate2.CreateFromPemFile(
            certificates / "cert.pem",
            certificates / "key.pem"
        );
        var trust = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        trust.CustomTrustStore.AddRange(authorities);
        var secured = new SslStream(stream, leaveInnerStreamOpen: false);
        await secured.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host,
                ClientCertificates = [client],
                CertificateChainPolicy = trust,
            },
            cancellationToken
        );
        return secured;
    }
}
