namespace Hubforge.Automation.Tests.Binding;

/// <summary>Variables that look like the build's own and are not.</summary>
public sealed class StrayVariablesTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [TestCase("HUBFORGE_USE_FROZN", "HUBFORGE_USE_FROZEN")]
    [TestCase("HUBFORGE_JOSB", "HUBFORGE_JOBS")]
    [TestCase("HUBFORGE_SECRET_PASSWORD", "HUBFORGE_SECRETS_PASSWORD")]
    [TestCase("HUBFORGE_PLAN", "remove it")]
    public async Task An_unknown_variable_is_named_with_the_one_that_was_meant(
        string variable,
        string meant
    )
    {
        _sandbox.Variables[variable] = "1";

        var exitCode = await _sandbox.RunAsync<Sample>("Work");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(
                _sandbox.Output,
                Does.Contain($"The environment variable {variable} gives no parameter a value.")
            );
            Assert.That(_sandbox.Output, Does.Match($@"try:\s+{meant}"));
        }
    }

    [TestCase("HUBFORGE_USE_FROZEN")]
    [TestCase("HUBFORGE_SECRETS_PASSWORD")]
    [TestCase("HUBFORGE_VERBOSITY")]
    [TestCase("HUBFORGED")]
    [TestCase("USE_FROZN")]
    public async Task Other_variables_are_nobodys_business(string variable)
    {
        _sandbox.Variables[variable] = variable.EndsWith("VERBOSITY", StringComparison.Ordinal)
            ? "Normal"
            : "1";

        await _sandbox.RunAsync<Sample>("Work");

        Assert.That(_sandbox.Everything, Does.Not.Contain("gives no parameter a value"));
    }

    private sealed class Sample : HubforgeBuild
    {
        [Parameter]
        readonly bool UseFrozen = true;

        Target Work => _ => _.Executes(() => Log.Information("{A}", UseFrozen));
    }
}
