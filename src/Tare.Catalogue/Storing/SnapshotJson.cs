using System.Text.Json.Serialization;

namespace Tare.Catalogue;

/// <summary>Generated readers and writers of the snapshot's records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(SnapshotDocument))]
[JsonSerializable(typeof(PulledDocument))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
