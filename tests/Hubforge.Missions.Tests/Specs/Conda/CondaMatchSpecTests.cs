using Hubforge.Missions.Specs.Conda;

namespace Hubforge.Missions.Tests.Specs.Conda;

public sealed class CondaMatchSpecTests
{
    [TestCase("numpy", null, null)]
    [TestCase("numpy=1.26", "1.26.*", null)]
    [TestCase("numpy==1.26", "1.26", null)]
    [TestCase("numpy=1.26=py311_0", "1.26", "py311_0")]
    [TestCase("numpy 1.26 py311*", "1.26", "py311*")]
    [TestCase("numpy>=1.26, <2", ">=1.26,<2", null)]
    [TestCase("numpy >= 1.26", ">=1.26", null)]
    [TestCase("numpy 1.26|1.27", "1.26|1.27", null)]
    [TestCase("conda-forge::numpy[version='>=1.26',build=py311_0]", ">=1.26", "py311_0")]
    [TestCase("conda-forge/linux-64::numpy", null, null)]
    [TestCase("numpy=1.26.*", "1.26.*", null)]
    [TestCase("_libgcc_mutex=0.1=conda_forge", "0.1", "conda_forge")]
    public void What_conda_takes_is_taken_apart(string text, string? version, string? build)
    {
        var spec = CondaMatchSpecParser.Parse(text);

        Assert.That((spec.Version, spec.Build), Is.EqualTo((version, build)));
    }
}
