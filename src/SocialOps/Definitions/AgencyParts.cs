using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SocialOps.Guidelines;
using SocialOps.OnCall;
using SocialOps.Serialization;

namespace SocialOps.Definitions;

/// <summary>Takes an agency apart into its definitions, each with its canonical body and hash, and puts it together again.</summary>
internal static class AgencyParts
{
    public static List<AgencyPart> Of(AgencyDefinition agency)
    {
        var json = DefinitionJson.Default;
        var parts = new List<AgencyPart> { Part(DefinitionType.Agency, "agency", new AgencyHead(agency.Name, agency.Retention == RetentionDefinition.Usual ? null : agency.Retention), json.AgencyHead) };
        parts.AddRange(agency.People.Select(p => Part(DefinitionType.Person, p.Id.Value, p with { Briefings = [] }, json.PersonDefinition)));
        parts.AddRange(agency.Calendars.Select(c => Part(DefinitionType.Calendar, c.Id.Value, c, json.CalendarDefinition)));
        parts.AddRange(agency.Schedules.Select(Of));
        parts.AddRange(agency.Escalations.Select(e => Part(DefinitionType.Escalation, e.Id.Value, e, json.EscalationPolicyDefinition)));
        parts.AddRange(agency.Activities.Select(a => Part(DefinitionType.Activity, a.Id.Value, a, json.ActivityDefinition)));
        parts.AddRange(agency.Packages.Select(p => Part(DefinitionType.Package, p.Id.Value, p, json.PackageDefinition)));
        parts.AddRange(agency.Policies.Select(p => Part(DefinitionType.Policy, p.Id.Value, p, json.ResponsePolicyDefinition)));
        parts.AddRange(agency.Replies.Select(r => Part(DefinitionType.Reply, r.Id.Value, r, json.SavedReplyDefinition)));
        parts.AddRange(agency.Guidelines.Select(Of));
        parts.AddRange(agency.Routines.Select(r => Part(DefinitionType.Routine, r.Id.Value, r, json.RoutineDefinition)));
        parts.AddRange(agency.PlatformChanges.Select(Of));
        parts.AddRange(agency.Clients.Select(c => Part(DefinitionType.Client, c.Id.Value, c, json.ClientDefinition)));
        return parts;
    }

    public static AgencyDefinition Join(IReadOnlyList<AgencyPart> parts)
    {
        var json = DefinitionJson.Default;
        var records = All(DefinitionType.PersonRecord, json.PersonRecord).ToDictionary(r => r.Person);
        var head = All(DefinitionType.Agency, json.AgencyHead)[0];
        return new()
        {
            Name = head.Name,
            Retention = head.Retention ?? RetentionDefinition.Usual,
            People = [.. All(DefinitionType.Person, json.PersonDefinition).Select(p => records.TryGetValue(p.Id, out var record) ? record.Complete(p) : p)],
            Calendars = All(DefinitionType.Calendar, json.CalendarDefinition),
            Schedules = All(DefinitionType.Schedule, json.ScheduleDefinition),
            Escalations = All(DefinitionType.Escalation, json.EscalationPolicyDefinition),
            Activities = All(DefinitionType.Activity, json.ActivityDefinition),
            Packages = All(DefinitionType.Package, json.PackageDefinition),
            Policies = All(DefinitionType.Policy, json.ResponsePolicyDefinition),
            Replies = All(DefinitionType.Reply, json.SavedReplyDefinition),
            Practice = [.. records.Values.SelectMany(r => r.Practice)],
            Guidelines = [.. parts.Where(p => p.Type == DefinitionType.Guideline).Select(p => p.Body.Deserialize(json.GuidelineDocument)! with { Version = p.Version, Hash = p.Hash })],
            Routines = All(DefinitionType.Routine, json.RoutineDefinition),
            PlatformChanges = All(DefinitionType.PlatformChange, json.PlatformChangeDefinition),
            Clients = All(DefinitionType.Client, json.ClientDefinition),
        };

        List<T> All<T>(DefinitionType type, JsonTypeInfo<T> info) => [.. parts.Where(p => p.Type == type).Select(p => p.Body.Deserialize(info)!)];
    }

    public static AgencyPart Of(ScheduleDefinition schedule) => Part(DefinitionType.Schedule, schedule.Id.Value, schedule, DefinitionJson.Default.ScheduleDefinition);

    public static AgencyPart Of(GuidelineDocument guideline) => Part(DefinitionType.Guideline, guideline.Id.Value, guideline, DefinitionJson.Default.GuidelineDocument);

    public static AgencyPart Of(PlatformChangeDefinition change) => Part(DefinitionType.PlatformChange, change.Id, change, DefinitionJson.Default.PlatformChangeDefinition);

    public static AgencyPart Of(PersonRecord record) => Part(DefinitionType.PersonRecord, record.Person.Value, record, DefinitionJson.Default.PersonRecord);

    private static AgencyPart Part<T>(DefinitionType type, string id, T value, JsonTypeInfo<T> info)
    {
        var canonical = CanonicalJson.Of(JsonSerializer.SerializeToElement(value, info));
        return new(type, id, CanonicalJson.HashOf(canonical), JsonSerializer.Deserialize(canonical, DefinitionJson.Default.JsonElement));
    }
}

/// <summary>One definition of an agency; the version is 0 until it is stored.</summary>
internal sealed record AgencyPart(DefinitionType Type, string Id, string Hash, JsonElement Body, int Version = 0);
