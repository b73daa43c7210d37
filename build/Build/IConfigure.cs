using Hubforge.Automation;
using Hubforge.Build.Configuring;
using Hubforge.Primitives;

namespace Hubforge.Build;

/// <summary>Writes the settings of a deployment once, so that commands need no parameters.</summary>
internal interface IConfigure : IHubforgeBuild
{
    [Parameter("Kind of deployment: sandbox, dev, test, int or prod", Environment = "ENVIRONMENT")]
    DeploymentKind? DeploymentEnvironment =>
        TryGetValue<DeploymentKind?>(() => DeploymentEnvironment);

    [Parameter("Account of the cloud that the hub runs in", Environment = "ACCOUNT_ID")]
    string? AccountId => TryGetValue(() => AccountId);

    [Parameter("Account that owns the image registry", Environment = "ECR_ACCOUNT_ID")]
    string? EcrAccountId => TryGetValue(() => EcrAccountId);

    [Parameter("Role of the hub's administrators", Environment = "ADMIN_ROLENAME")]
    string? AdminRolename => TryGetValue(() => AdminRolename);

    /// <summary>The values of this run that <c>setup-env</c> has a key for, by that key; only those that differ from the built-in defaults need to be there.</summary>
    IReadOnlyDictionary<string, string> SetupValues { get; }

    Target Configure =>
        target =>
            target
                .Description(
                    "Writes setup-env from setup-env.template with the parameters of this run; keeps what you changed there"
                )
                .Executes(WriteSetupAsync);

    private async Task WriteSetupAsync(CancellationToken cancellationToken)
    {
        var file = RootDirectory / "setup-env";
        var values = new Dictionary<string, string>(SetupValues, StringComparer.Ordinal);
        Add("ENVIRONMENT", DeploymentEnvironment?.ToString().ToLowerInvariant());
        Add("ACCOUNT_ID", AccountId);
        Add("ECR_ACCOUNT_ID", EcrAccountId);
        Add("ADMIN_ROLENAME", AdminRolename);
        var text = SetupEnvFile.Render(
            await File.ReadAllTextAsync(RootDirectory / "setup-env.template", cancellationToken),
            file.FileExists ? await File.ReadAllTextAsync(file, cancellationToken) : null,
            values
        );
        await AtomicFile.WriteTextAsync(file, text, cancellationToken);
        Reporter.Write(Severity.Information, $"Wrote {file}.");

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                values[key] = value;
            }
        }
    }
}
