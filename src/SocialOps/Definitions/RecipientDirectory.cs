using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Contact methods from the definitions in force now.</summary>
internal sealed class RecipientDirectory(IStore store, SnapshotCache snapshots) : IRecipientDirectory
{
    public ValueTask<IReadOnlyList<ContactMethod>> ContactsOfAsync(TenantId tenant, Recipient recipient, CancellationToken cancellationToken)
        => store.ReadAsync(tenant, async transaction =>
        {
            var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            return recipient switch
            {
                Recipient.OfAgency person => agency.People.GetValueOrDefault(person.Person)?.Contacts ?? [],
                Recipient.OfClient client => agency.FindClient(client.Client)?.Contacts.FirstOrDefault(c => c.Id == client.Contact)?.Contacts ?? [],
                _ => [],
            };
        }, cancellationToken);
}
