using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Work;

/// <summary>The name of the environment that a database belongs to, e.g. <c>Production</c>.</summary>
internal sealed record EngineEnvironment(string Name, string ConfirmedBy, Instant ConfirmedAt)
{
    public const string Key = "environment";

    public static readonly RecordKind<EngineEnvironment> Records = new("engine", 1, EngineJson.Default.EngineEnvironment, _ => Key);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(EngineEnvironment))]
internal sealed partial class EngineJson : JsonSerializerContext;
