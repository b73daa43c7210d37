using Hubforge.Containers.Images;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Images;

public sealed class RegistryLoginsTests
{
    private readonly TempDirectory _folder = new();
    private readonly RecordingProcessRunner _processes = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_login_in_the_file_is_decoded()
    {
        Configure("""{"auths":{"https://lab.org/v1/":{"auth":"bWU6czM6eA=="}}}""");

        var login = await FindAsync("lab.org/a");

        Assert.That((login!.User, login.Password.Reveal()), Is.EqualTo(("me", "s3:x")));
    }

    [Test]
    public async Task A_helper_of_the_registry_wins_over_the_store()
    {
        Configure("""{"credsStore":"desktop","credHelpers":{"lab.org":"ecr-login"}}""");
        _processes.Answer(
            "docker-credential-ecr-login get",
            """{"ServerURL":"lab.org","Username":"AWS","Secret":"s3"}"""
        );

        var login = await FindAsync("lab.org/a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((login!.User, login.Password.Reveal()), Is.EqualTo(("AWS", "s3")));
            Assert.That(_processes.Inputs, Is.EqualTo(["lab.org"]));
        }
    }

    [Test]
    public async Task A_store_without_that_login_means_nobody()
    {
        Configure("""{"credsStore":"desktop"}""");
        _processes.Answer(
            "docker-credential-desktop",
            "credentials not found in native keychain",
            exitCode: 1
        );

        Assert.That(await FindAsync("lab.org/a"), Is.Null);
    }

    [Test]
    public async Task Without_a_file_nobody_is_logged_in()
    {
        Assert.That(await FindAsync("debian:trixie"), Is.Null);
    }

    [Test]
    public async Task Dockers_own_registry_has_its_own_key()
    {
        Configure("""{"auths":{"https://index.docker.io/v1/":{"auth":"bWU6czM="}}}""");

        Assert.That((await FindAsync("jupyter/scipy"))!.User, Is.EqualTo("me"));
    }

    [Test]
    public void A_file_that_is_not_json_is_reported_with_its_name()
    {
        Configure("{");

        Assert.That(
            () => FindAsync("lab.org/a"),
            Throws
                .TypeOf<Hubforge.Containers.Engine.DockerConfigurationException>()
                .With.Message.Contains("config.json")
        );
    }

    private void Configure(string json) => _folder.Write("config.json", json);

    private Task<RegistryCredentials?> FindAsync(string reference) =>
        new RegistryLogins(_processes, _folder.Root).FindAsync(
            ImageReference.Parse(reference),
            CancellationToken.None
        );
}
