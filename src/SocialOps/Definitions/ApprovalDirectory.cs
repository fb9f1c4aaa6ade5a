using SocialOps.Approvals;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>What approvals need of the definitions in force now.</summary>
internal sealed class ApprovalDirectory(SnapshotCache snapshots) : IApprovalDirectory
{
    public async ValueTask<ApprovalFacts> FactsAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var definition = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
        return new()
        {
            Client = client,
            People = agency.People,
            Contacts = definition.Contacts,
            FindSchedule = agency.FindSchedule,
            FindCalendar = agency.FindCalendar,
        };
    }
}
