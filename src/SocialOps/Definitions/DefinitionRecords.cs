using System.Text.Json.Serialization;
using SocialOps.Escalations;
using SocialOps.Guidelines;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.Serialization;
using SocialOps.ServicePackages;
using SocialOps.Storage;
using SocialOps.Time;

namespace SocialOps.Definitions;

internal static class DefinitionRecords
{
    public static readonly RecordKind<DefinitionVersion> Versions = new("definition", 1, DefinitionJson.Default.DefinitionVersion, v => v.Key);

    public static readonly RecordKind<AgencyRevision> Revisions = new("agency-revision", 1, DefinitionJson.Default.AgencyRevision, r => IndexText.Of(r.Number));
}

/// <summary>The agency's own name and what else belongs to no other definition.</summary>
internal sealed record AgencyHead(string Name, RetentionDefinition? Retention = null);

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(LocalDateTimeJsonConverter), typeof(PeriodJsonConverter)])]
[JsonSerializable(typeof(DefinitionVersion))]
[JsonSerializable(typeof(AgencyRevision))]
[JsonSerializable(typeof(AgencyHead))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
[JsonSerializable(typeof(PersonDefinition))]
[JsonSerializable(typeof(CalendarDefinition))]
[JsonSerializable(typeof(ScheduleDefinition))]
[JsonSerializable(typeof(EscalationPolicyDefinition))]
[JsonSerializable(typeof(ActivityDefinition))]
[JsonSerializable(typeof(PackageDefinition))]
[JsonSerializable(typeof(ResponsePolicyDefinition))]
[JsonSerializable(typeof(SavedReplyDefinition))]
[JsonSerializable(typeof(ClientDefinition))]
[JsonSerializable(typeof(GuidelineDocument))]
[JsonSerializable(typeof(RoutineDefinition))]
[JsonSerializable(typeof(PlatformChangeDefinition))]
[JsonSerializable(typeof(PlatformCheck))]
[JsonSerializable(typeof(PersonRecord))]
[JsonSerializable(typeof(BriefingContent))]
internal sealed partial class DefinitionJson : JsonSerializerContext;
