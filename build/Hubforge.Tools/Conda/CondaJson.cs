using System.Text.Json;
using System.Text.Json.Serialization;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>Reads the JSON of mamba, micromamba and conda.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(CondaTransaction))]
[JsonSerializable(typeof(CondaPackage))]
[JsonSerializable(typeof(List<CondaInstalled>))]
[JsonSerializable(typeof(CondaQueryReply))]
[JsonSerializable(typeof(CondaEnvironments))]
[JsonSerializable(typeof(CondaInformation))]
internal sealed partial class CondaJson : JsonSerializerContext
{
    /// <summary>Returns the transaction in the output, whatever stands before it; null when there is none.</summary>
    public static CondaTransaction? FindTransaction(string output) =>
        Reply.Find(output, Default.CondaTransaction);
}
