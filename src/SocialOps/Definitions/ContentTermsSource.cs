using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>What holds for a client's content, from the definitions in force now.</summary>
internal sealed class ContentTermsSource(SnapshotCache snapshots) : IContentTerms
{
    public async ValueTask<ContentTerms> TermsOfAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var found = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
        return new()
        {
            Client = client,
            Accounts = found.Accounts.ToDictionary(a => a.Id, a => NetworkLimits.For(a.Network)),
            Authors = agency.People.Values.Where(p => p.Roles.Any(r => r is PersonRole.Author or PersonRole.Publisher)).Select(p => p.Id).ToHashSet(),
            Contacts = found.Contacts.Select(c => c.Id).ToHashSet(),
            PlanIsSigned = await ApprovalArrangements.RequiresAsync(transaction, client, ApprovalSubjectKind.Plan, cancellationToken).ConfigureAwait(false),
            GuideIsSigned = await ApprovalArrangements.RequiresAsync(transaction, client, ApprovalSubjectKind.Guideline, cancellationToken).ConfigureAwait(false),
        };
    }
}
