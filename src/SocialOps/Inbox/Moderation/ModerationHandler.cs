using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Does on the network what a person decided. It can be repeated, so a failure is simply tried again, and after some is an incident.</summary>
internal sealed class ModerationHandler(IStore store, Connectors connectors) : IExternalHandler
{
    public const string WorkKind = "inbox.moderate";

    public string Kind => WorkKind;

    public bool NeedsTrustedClock => true;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        var (moderation, item) = await store.ReadAsync(work.Item.Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Moderations, work.Item.SubjectId, cancellationToken).ConfigureAwait(false);
            return (stored, (await transaction.GetAsync(InboxRecords.Items, stored.Value.Item, cancellationToken).ConfigureAwait(false)).Value);
        }, cancellationToken).ConfigureAwait(false);
        var request = new ModerationRequest(work.Item.Tenant, item.Account, item.Network, moderation.Value.Action, item.ExternalId, item.Author);
        await connectors.FindModerator(item.Network)!.ModerateAsync(request, work.Deadline).ConfigureAwait(false);
        await store.WriteAsync(work.Item.Tenant, async transaction =>
        {
            await transaction.PutAsync(InboxRecords.Moderations, moderation.Value with { DoneAt = work.Now }, moderation.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(work.Now, Actor.Engine, "item.moderated", moderation.Value.Case.Value, $"{moderation.Value.Action} is done on {item.Network}."), cancellationToken).ConfigureAwait(false);
            await transaction.FinishAsync(work.Item.Lease, WorkOutcome.Done, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }
}
