using System.Text.Json;
using NodaTime;
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
}
