using System.Text.Json.Serialization;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Incidents;

internal static class IncidentRecords
{
    /// <summary>Slot 1: open ones by deadline. Slot 2: open ones by who is responsible.</summary>
    public static readonly RecordKind<Incident> Incidents = new(
        "incident",
        1,
        IncidentJson.Default.Incident,
        i => i.Id.Value,
        i => i.ClosedAt is not null ? default : new RecordIndexes(IndexText.Of(i.DueAt), i.Responsible is { } who ? $"{who.Key}/{IndexText.Of(i.DueAt)}" : null));
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter)])]
[JsonSerializable(typeof(Incident))]
internal sealed partial class IncidentJson : JsonSerializerContext;
