using System.Text.Json;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Writes down what a person has learned, as the agency's next revision.</summary>
internal static class PersonRecords
{
    /// <exception cref="NotFoundException">There is no such person.</exception>
    public static async ValueTask ChangeAsync(IStoreTransaction transaction, AgencyImport import, PersonId person, Func<PersonRecord, PersonRecord> change, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var head = await SnapshotCache.FindHeadAsync(transaction, cancellationToken).ConfigureAwait(false) ?? throw new NotFoundException("person", person.Value);
        var parts = await SnapshotCache.PartsAsync(transaction, head, cancellationToken).ConfigureAwait(false);
        if (!parts.Exists(p => p.Type == DefinitionType.Person && p.Id == person.Value))
        {
            throw new NotFoundException("person", person.Value);
        }

        var known = parts.Find(p => p.Type == DefinitionType.PersonRecord && p.Id == person.Value);
        var next = AgencyParts.Of(change(known?.Body.Deserialize(DefinitionJson.Default.PersonRecord) ?? new(person)));
        await import.RunAsync(transaction, [.. parts.Where(p => p != known), next], actor, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An exercise or a breach counts; what changes how far the person may go alone is audited.</summary>
    public static async ValueTask PractiseAsync(IStoreTransaction transaction, AgencyImport import, PersonId person, Category category, Func<PersonPractice, PersonPractice> change, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var (before, after) = (new PersonPractice(person, category), new PersonPractice(person, category));
        await ChangeAsync(transaction, import, person, Change, actor, now, cancellationToken).ConfigureAwait(false);
        if (after.Raised != before.Raised)
        {
            await transaction.AppendAsync(new AuditEvent(now, actor, after.Raised > before.Raised ? "autonomy.raised" : "autonomy.lowered", person.Value, $"{category}: {after.Raised} level(s) by exercises."), cancellationToken).ConfigureAwait(false);
        }

        PersonRecord Change(PersonRecord record)
        {
            before = record.Practice.FirstOrDefault(p => p.Category == category) ?? before;
            after = change(before);
            return record with { Practice = [.. record.Practice.Where(p => p.Category != category), after] };
        }
    }
}
