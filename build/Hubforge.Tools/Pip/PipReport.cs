using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>The installation report of <c>pip install --report</c>.</summary>
public sealed record PipReport
{
    /// <summary>The version of pip.</summary>
    [JsonPropertyName("pip_version")]
    public string PipVersion
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Everything that is not installed already.</summary>
    public IReadOnlyList<PipCandidate> Install
    {
        get;
        init => field = value ?? [];
    } = [];
}
