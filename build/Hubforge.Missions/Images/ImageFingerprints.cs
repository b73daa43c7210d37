using System.Globalization;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Images;

/// <summary>What images are labelled with. Images that missions share get the same fingerprint whichever mission asks for them.</summary>
/// <param name="inputs">Says what each image is built from.</param>
public sealed class ImageFingerprints(MissionInputs inputs)
{
    /// <summary>Returns that of the base image; of one that is pulled, what its name says.</summary>
    public string Base(ImageOrder order) =>
        MissionInputs.Digest(inputs.BaseFiles(order.Mission), Values(order, "base"));

    /// <summary>Returns that of the common image.</summary>
    public string Common(ImageOrder order) =>
        MissionInputs.Digest(
            inputs.CommonFiles(),
            With(Values(order, "common"), "on", Base(order))
        );

    /// <summary>Returns that of the mission's image.</summary>
    public string Mission(ImageOrder order)
    {
        var values = With(Values(order, "mission"), "on", Common(order));
        foreach (var (name, value) in MissionInputs.ImageValues(order.Mission))
        {
            values[name] = value;
        }

        values["strict"] = order.Options.StrictLocks.ToString();
        return MissionInputs.Digest(inputs.ImageFiles(order.Mission), values);
    }

    private static SortedDictionary<string, string> Values(ImageOrder order, string kind)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = kind,
            ["platform"] = order.Platform,
            ["epoch"] = order.Options.SourceDateEpoch.ToString(CultureInfo.InvariantCulture),
            ["base"] = order.Mission.Settings.Base switch
            {
                PulledBase pulled => pulled.Reference,
                BuiltBase built => built.Name,
                _ => "",
            },
        };
        // Base and common image install from apt alone: an index of Python packages is nothing to them.
        foreach (var (name, value) in order.Options.Variables)
        {
            if (kind == "mission" || name.StartsWith("APT_", StringComparison.Ordinal))
            {
                values["variable " + name] = value;
            }
        }

        return values;
    }

    private static SortedDictionary<string, string> With(
        SortedDictionary<string, string> values,
        string name,
        string value
    ) => new(values, StringComparer.Ordinal) { [name] = value };
}
