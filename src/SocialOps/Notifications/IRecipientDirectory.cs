using SocialOps.People;

namespace SocialOps.Notifications;

/// <summary>How recipients are reached, as the definitions in force now say.</summary>
internal interface IRecipientDirectory
{
    /// <summary>The ways, the preferred one first.</summary>
    ValueTask<IReadOnlyList<ContactMethod>> ContactsOfAsync(TenantId tenant, Recipient recipient, CancellationToken cancellationToken);
}
