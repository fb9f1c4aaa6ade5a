using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Approvals;

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalTimeJsonConverter)])]
[JsonSerializable(typeof(ApprovalRequest))]
[JsonSerializable(typeof(ApprovalEvent))]
[JsonSerializable(typeof(StoredApprovalEvent))]
[JsonSerializable(typeof(ApprovalClockPayload))]
[JsonSerializable(typeof(ApprovalPolicyDefinition))]
[JsonSerializable(typeof(PolicyVersion))]
[JsonSerializable(typeof(Delegation))]
[JsonSerializable(typeof(ApprovalArrangement))]
[JsonSerializable(typeof(PendingApproval))]
[JsonSerializable(typeof(ApprovalToken))]
[JsonSerializable(typeof(FailureCount))]
internal sealed partial class ApprovalJson : JsonSerializerContext;
