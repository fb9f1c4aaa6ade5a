using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Approvals;

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalTimeJsonConverter)])]
[JsonSerializable(typeof(ApprovalRequest))]
[JsonSerializable(typeof(ApprovalEvent))]
[JsonSerializable(typeof(ApprovalClockPayload))]
[JsonSerializable(typeof(ApprovalPolicyDefinition))]
[JsonSerializable(typeof(Delegation))]
internal sealed partial class ApprovalJson : JsonSerializerContext;
