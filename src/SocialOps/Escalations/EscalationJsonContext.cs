using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Escalations;

/// <summary>How runs are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter)])]
[JsonSerializable(typeof(EscalationRun))]
internal sealed partial class EscalationJsonContext : JsonSerializerContext;
