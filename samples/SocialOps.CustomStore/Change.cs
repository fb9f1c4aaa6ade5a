using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.CustomStore;

/// <summary>What a transaction changed, as the row that stands there afterwards: to replay a change is to put the row where it belongs.</summary>
[JsonDerivedType(typeof(Put), "put")]
[JsonDerivedType(typeof(Removed), "removed")]
[JsonDerivedType(typeof(Worked), "work")]
[JsonDerivedType(typeof(Appended), "event")]
internal abstract record Change(TenantId Tenant)
{
    public sealed record Put(TenantId Tenant, StoredRecord Record) : Change(Tenant);

    public sealed record Removed(TenantId Tenant, RecordKey Key) : Change(Tenant);

    /// <param name="Tenant">The row's tenant.</param>
    /// <param name="Item">The row.</param>
    /// <param name="LeaseUntil">The end of its claim in whole microseconds since 1970; without a claim there is none.</param>
    public sealed record Worked(TenantId Tenant, WorkItem Item, long? LeaseUntil) : Change(Tenant);

    public sealed record Appended(TenantId Tenant, AuditEvent Event) : Change(Tenant);
}

/// <summary>A record's key within its tenant.</summary>
internal readonly record struct RecordKey(string Kind, string Id);

/// <summary>The journal's JSON.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(MicrosecondsConverter)], IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IReadOnlyList<Change>))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>Instants as stores keep them: whole microseconds since 1970.</summary>
internal sealed class MicrosecondsConverter : JsonConverter<Instant>
{
    public override Instant Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => StoredInstant.ToInstant(reader.GetInt64());

    public override void Write(System.Text.Json.Utf8JsonWriter writer, Instant value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(StoredInstant.Floor(value));
}
