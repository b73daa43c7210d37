using System.Text.Json.Serialization;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Containers.Volumes;

namespace Hubforge.Containers.Engine;

/// <summary>Everything that goes to and comes from the engine as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(ProgressMessage))]
[JsonSerializable(typeof(EngineVersion))]
[JsonSerializable(typeof(EngineDetails))]
[JsonSerializable(typeof(Image))]
[JsonSerializable(typeof(IReadOnlyList<ImageSummary>))]
[JsonSerializable(typeof(IReadOnlyList<RemovedImage>))]
[JsonSerializable(typeof(ImagePruneReply))]
[JsonSerializable(typeof(PushedImage))]
[JsonSerializable(typeof(CredentialsHeader))]
[JsonSerializable(typeof(CreateContainerBody))]
[JsonSerializable(typeof(CreatedContainer))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(IReadOnlyList<ContainerSummary>))]
[JsonSerializable(typeof(WaitReply))]
[JsonSerializable(typeof(CreateExecBody))]
[JsonSerializable(typeof(StartExecBody))]
[JsonSerializable(typeof(ExecState))]
[JsonSerializable(typeof(CreateVolumeBody))]
[JsonSerializable(typeof(Volume))]
[JsonSerializable(typeof(VolumeListReply))]
internal sealed partial class EngineJson : JsonSerializerContext;
