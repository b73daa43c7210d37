using System.Text.Json;
using System.Text.Json.Serialization;
using Hubforge.Containers.Images;

namespace Hubforge.Containers.Engine;

/// <summary>The docker client's own files. They may be edited by hand, so comments and commas are forgiven.</summary>
[JsonSourceGenerationOptions(
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true
)]
[JsonSerializable(typeof(DockerConfiguration))]
[JsonSerializable(typeof(DockerContext))]
[JsonSerializable(typeof(HelperReply))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
