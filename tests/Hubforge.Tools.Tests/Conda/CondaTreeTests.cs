using Hubforge.Tools.Conda;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Tests.Conda;

public sealed class CondaTreeTests
{
    [Test]
    public void Options_and_pins_are_understood_and_prefixes_of_a_log_ignored()
    {
        const string log = """
            #12 4.5 LibMambaUnsatisfiableError: Encountered problems while solving:
            #12 4.5   - package sampler-2.0-py27_0 requires python 2.7*, but none of the providers can be installed
            #12 4.5
            #12 4.5 Could not solve for environment specs
            #12 4.5 The following packages are incompatible
            #12 4.5 ├─ pin on python 3.12.* =* * is installable and it requires
            #12 4.5 │  └─ python =3.12 *, which can be installed;
            #12 4.5 └─ sampler <3 * is not installable because there are no viable options
            #12 4.5    ├─ sampler [1.0|1.5|...|1.9] would require
            #12 4.5    │  └─ python [2.7* |>=2.7,<2.8.0a0 ], which conflicts with any installable versions previously reported;
            #12 4.5    └─ sampler 2.0 would require
            #12 4.5       └─ python 2.7**, which conflicts with any installable versions previously reported.
            """;

        var failure = CondaFailure.Parse(log);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(SolveFailureKind.WrongPython));
            Assert.That(failure.Packages, Is.EqualTo(["sampler"]));
            Assert.That(
                failure.Chains.Select(chain => chain.ToString()),
                Is.EqualTo([
                    "python 3.12.* -> python =3.12 (can be installed)",
                    "sampler <3 -> python [2.7* |>=2.7,<2.8.0a0 ] (conflicts with any installable versions previously reported)",
                    "sampler <3 -> python =2.7 (conflicts with any installable versions previously reported)",
                ])
            );
        }
    }

    [TestCase("nebula =1.0 *", "nebula =1.0")]
    [TestCase("nebula 1.0** ", "nebula =1.0")]
    [TestCase("nebula =* *", "nebula")]
    [TestCase("nebula", "nebula")]
    [TestCase("starkit >=1.1,<2 *", "starkit >=1.1,<2")]
    [TestCase("python_abi =3.11 *_cp311", "python_abi =3.11 *_cp311")]
    public void Both_versions_of_libmamba_write_the_same_requirement(
        string text,
        string expected
    ) => Assert.That(CondaRequirement.Parse(text).ToString(), Is.EqualTo(expected));

    [TestCase("skytools-1.1-pyh810aae4_0", "skytools =1.1")]
    [TestCase("ca-certificates-2024.2.2-hbcca054_0.conda", "ca-certificates =2024.2.2")]
    [TestCase("libsample-1.0-ha75308f_0.tar.bz2", "libsample =1.0")]
    [TestCase("oddname", "oddname")]
    public void A_file_name_tells_package_and_version(string fileName, string expected) =>
        Assert.That(CondaRequirement.ParseFileName(fileName).ToString(), Is.EqualTo(expected));
}
