using Hubforge.Missions.Solving;

namespace Hubforge.Missions.Tests.Solving;

public sealed class UpdateNamesTests : IDisposable
{
    private readonly MissionRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestCase("numpy")]
    [TestCase("NumPy")]
    public void A_package_of_a_list_can_be_updated(string name) =>
        Assert.That(UpdateNames.Require([_repository.Demo], [name]), Is.EqualTo([name]));

    [Test]
    public void A_slip_is_answered_with_what_was_meant() =>
        Assert.That(
            () => UpdateNames.Require([_repository.Demo], ["numpy", "astrpoy"]),
            Throws
                .TypeOf<UnknownPackageException>()
                .With.Message.Contains("'astrpoy'")
                .And.Message.Contains("did you mean 'astropy'?")
        );
}
