using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>People, contacts, schedules and calendars, as the definitions in force now say.</summary>
internal interface IApprovalDirectory
{
    /// <summary>The facts about a client, without what approvals keep themselves.</summary>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    ValueTask<ApprovalFacts> FactsAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken);
}
