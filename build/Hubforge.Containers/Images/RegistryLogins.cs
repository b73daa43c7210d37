using System.Text;
using System.Text.Json;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Containers.Images;

/// <summary>Finds logins where <c>docker login</c> keeps them: <c>credHelpers</c>, <c>credsStore</c> and <c>auths</c> of <c>config.json</c>.</summary>
/// <param name="processes">Runs the <c>docker-credential-*</c> programs.</param>
/// <param name="configurationDirectory">The docker client's folder; see <see cref="EngineSearch.ConfigurationDirectory"/>.</param>
public sealed class RegistryLogins(IProcessRunner processes, AbsolutePath? configurationDirectory)
{
    // The docker client's key for its own registry.
    private const string DockerHub = "https://index.docker.io/v1/";

    /// <summary>Returns the login for the registry of <paramref name="reference"/>; null when nobody logged in there.</summary>
    /// <exception cref="CommandFailedException">The credential program failed.</exception>
    public async Task<RegistryCredentials?> FindAsync(
        ImageReference reference,
        CancellationToken cancellationToken
    )
    {
        var configuration = DockerConfiguration.Read(configurationDirectory);
        var registry = reference.Registry ?? DockerHub;
        var helper =
            configuration.CredentialHelpers?.GetValueOrDefault(registry)
            ?? configuration.CredentialStore;
        return helper is { Length: > 0 }
            ? await AskAsync(helper, registry, cancellationToken)
            : FromFile(configuration, registry);
    }

    private static RegistryCredentials? FromFile(DockerConfiguration configuration, string registry)
    {
        var login = (configuration.Logins ?? new Dictionary<string, RegistryLogin>())
            .Where(pair => HostOf(pair.Key) == HostOf(registry))
            .Select(pair => pair.Value)
            .FirstOrDefault();
        return login switch
        {
            null => null,
            { IdentityToken: { Length: > 0 } token } => new RegistryCredentials(
                "<token>",
                new Secret(token)
            ),
            { Encoded: { Length: > 0 } encoded } => Decode(encoded),
            { UserName: { } user, Password: { } password } => new RegistryCredentials(
                user,
                new Secret(password)
            ),
            _ => null,
        };
    }

    private static RegistryCredentials? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return
            Convert.TryFromBase64String(encoded, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var user, var password]
            ? new RegistryCredentials(user, new Secret(password.TrimEnd('\0')))
            : null;
    }

    // Older clients wrote whole addresses as keys.
    private static string HostOf(string key)
    {
        var bare = key.Contains("://", StringComparison.Ordinal)
            ? key[(key.IndexOf("://", StringComparison.Ordinal) + 3)..]
            : key;
        return bare.Split('/', 2)[0];
    }

    private async Task<RegistryCredentials?> AskAsync(
        string helper,
        string registry,
        CancellationToken cancellationToken
    )
    {
        // Exit code 1 also means that there is no login; only the words tell the two apart.
        var result = await processes.RunAsync(
            new Command($"docker-credential-{helper}")
            {
                Arguments = ["get"],
                Input = StandardInput.FromText(registry),
                AcceptedExitCodes = [0, 1],
                Hint = $"log in again with: docker login {registry}",
            },
            null,
            cancellationToken
        );
        if (result.ExitCode != 0)
        {
            return null;
        }

        var reply = JsonSerializer.Deserialize(
            result.Output,
            ConfigurationJson.Default.HelperReply
        );
        return reply is { Username: { } user, Secret: { } secret }
            ? new RegistryCredentials(user, new Secret(secret))
            : null;
    }
}
