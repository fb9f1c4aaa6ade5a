using NodaTime;
using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>What was held back because no agreement was active.</summary>
internal static class AgreementHolds
{
    /// <summary>An agreement is active now: what waited for it waits for its time again. Freeze, time, bytes and approval are asked for anew when it is sent.</summary>
    public static async ValueTask GoOnAsync(IStoreTransaction transaction, ClientId client, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        foreach (var held in await HeldAsync(transaction, client, cancellationToken).ConfigureAwait(false))
        {
            var again = held.Value.Move(PublicationTrigger.Confirm) with { Releases = held.Value.Releases + 1, Reason = null };
            await PublicationOutcome.WriteAsync(transaction, again, held.Version, actor, now, cancellationToken).ConfigureAwait(false);
            await PublicationOutcome.EndHoldAsync(transaction, again, actor, now, cancellationToken).ConfigureAwait(false);
            var item = await transaction.FindAsync(ContentRecords.Items, again.Content!.Item.Value, cancellationToken).ConfigureAwait(false);
            await transaction.ScheduleAsync(PublicationDraft.RowOf(again, Instant.Max(now, item?.Value.Window?.PublishAt ?? now)), cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "publication.resumed", again.Id.Value, $"The agreement with {client} is active."), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<List<Stored<Publication>>> HeldAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var held = new List<Stored<Publication>>();
        for (string? next = ""; next is not null;)
        {
            var page = await transaction.QueryAsync(PublicationRecords.Publications, new RecordQuery("", 1, Limit: 500, Continue: next.Length == 0 ? null : next), cancellationToken).ConfigureAwait(false);
            held.AddRange(page.Items.Where(p => p.Value is { State: PublicationState.Held, HeldFor: HoldCause.Agreement } && p.Value.Client == client));
            next = page.Next;
        }

        return held;
    }
}
