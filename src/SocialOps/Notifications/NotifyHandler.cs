using System.Text;
using System.Text.Json;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Diagnostics;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Notifications;

/// <summary>Hands a mailbox's waiting notices over as one digest, by the recipient's contact methods in order, and tells the cases that wait to hear of it.</summary>
internal sealed class NotifyHandler(IStore store, IRecipientDirectory directory, IEnumerable<INotificationChannel> channels) : IExternalHandler
{
    public const string DeliveredKind = "notice.delivered";
    private const int DigestLimit = 200;
    private const int Shown = 20;

    private readonly IReadOnlyList<INotificationChannel> _channels = [.. channels];

    public string Kind => NoticeBoard.WorkKind;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize(work.Item.Payload.Span, NotificationJson.Default.NotifyPayload)!;
        var waiting = await store.ReadAsync(work.Item.Tenant, t => CurrentAsync(t, payload, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (waiting.Count > 0 && !await SendAsync(work, waiting, cancellationToken).ConfigureAwait(false))
        {
            await FailAsync(work, waiting, cancellationToken).ConfigureAwait(false);
            return;
        }

        await store.WriteAsync(work.Item.Tenant, t => RecordAsync(t, work, payload, waiting, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What waits, when this row is still the mailbox's current one.</summary>
    private static async ValueTask<IReadOnlyList<Stored<Notice>>> CurrentAsync(IStoreTransaction transaction, NotifyPayload payload, CancellationToken cancellationToken)
    {
        var mailbox = await transaction.FindAsync(NotificationRecords.Mailboxes, payload.Mailbox, cancellationToken).ConfigureAwait(false);
        return mailbox?.Value.Sequence == payload.Sequence ? await WaitingAsync(transaction, payload.Mailbox, DigestLimit, cancellationToken).ConfigureAwait(false) : [];
    }

    private static async ValueTask<IReadOnlyList<Stored<Notice>>> WaitingAsync(IStoreTransaction transaction, string mailbox, int limit, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(NotificationRecords.Notices, new RecordQuery("", 1, $"{mailbox}/", $"{mailbox}0", limit), cancellationToken).ConfigureAwait(false);
        return page.Items;
    }

    private async ValueTask<bool> SendAsync(ExternalWork work, IReadOnlyList<Stored<Notice>> waiting, CancellationToken cancellationToken)
    {
        var first = waiting[0].Value;
        var contacts = await directory.ContactsOfAsync(work.Item.Tenant, first.Recipient, cancellationToken).ConfigureAwait(false);
        foreach (var (contact, channel) in Ways(contacts))
        {
            var notification = new Notification(work.Item.Tenant, first.Recipient, contact, first.IsUrgent, work.Now, [.. waiting.Where((w, i) => i < Shown || w.Value.ConfirmDelivery).Select(w => w.Value)], waiting.Count, work.Item.DedupeKey);
            if (await TrySendAsync(channel, notification, work.Deadline, cancellationToken).ConfigureAwait(false) == NotificationResult.HandedOver)
            {
                SocialOpsDiagnostics.Notified.Add(1);
                return true;
            }
        }

        return false;
    }

    private IEnumerable<(ContactMethod? Contact, INotificationChannel Channel)> Ways(IReadOnlyList<ContactMethod> contacts)
    {
        var any = _channels.LastOrDefault(c => c.Kind == "*");
        foreach (var contact in contacts)
        {
            if ((_channels.LastOrDefault(c => string.Equals(c.Kind, contact.Kind, StringComparison.OrdinalIgnoreCase)) ?? any) is { } channel)
            {
                yield return (contact, channel);
            }
        }

        if (contacts.Count == 0 && any is not null)
        {
            yield return (null, any);
        }
    }

    private static async ValueTask<NotificationResult> TrySendAsync(INotificationChannel channel, Notification notification, CancellationToken deadline, CancellationToken stopping)
    {
        try
        {
            return await channel.SendAsync(notification, deadline).ConfigureAwait(false);
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            return NotificationResult.Failed;
        }
    }

    /// <summary>No way worked: it is tried again for ever, and the last resort hears of it each time.</summary>
    private async ValueTask FailAsync(ExternalWork work, IReadOnlyList<Stored<Notice>> waiting, CancellationToken cancellationToken)
    {
        var recipient = waiting[0].Value.Recipient;
        var minutes = Math.Min(2 << Math.Min(work.Item.Attempt - 1, 6), 60);
        var outcome = new WorkOutcome.RetryAt(work.Now + Duration.FromMinutes(minutes), $"No notification channel reached {recipient}.");
        await store.WriteAsync(work.Item.Tenant, FinishAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask FinishAsync(IStoreTransaction transaction)
        {
            var ring = new WorkDraft(UnattendedHandler.WorkKind, waiting[0].Value.SubjectId, WorkClass.Urgent, work.Now, $"{work.Item.DedupeKey}/{work.Item.Fence}", Encoding.UTF8.GetBytes($"no notification channel reached {recipient}."));
            await transaction.ScheduleAsync(ring, cancellationToken).ConfigureAwait(false);
            await transaction.FinishAsync(work.Item.Lease, outcome, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask RecordAsync(IStoreTransaction transaction, ExternalWork work, NotifyPayload payload, IReadOnlyList<Stored<Notice>> sent, CancellationToken cancellationToken)
    {
        if (sent.Count > 0)
        {
            var detail = $"{sent[0].Value.Recipient} was told of {sent.Count} thing(s).";
            await transaction.AppendAsync(new AuditEvent(work.Now, Actor.Engine, "notification.sent", payload.Mailbox, detail), cancellationToken).ConfigureAwait(false);
        }

        foreach (var notice in sent)
        {
            await transaction.PutAsync(NotificationRecords.Notices, notice.Value with { DeliveredAt = work.Now }, notice.Version, cancellationToken).ConfigureAwait(false);
            if (notice.Value.ConfirmDelivery)
            {
                await transaction.ScheduleAsync(new(DeliveredKind, notice.Value.SubjectId, WorkClass.Normal, work.Now, notice.Value.Id.Value, default), cancellationToken).ConfigureAwait(false);
            }
        }

        if (await transaction.FindAsync(NotificationRecords.Mailboxes, payload.Mailbox, cancellationToken).ConfigureAwait(false) is { } stored && stored.Value.Sequence == payload.Sequence)
        {
            var mailbox = sent.Count == 0 ? stored.Value with { ScheduledAt = null } : stored.Value.Sent(work.Now);
            if ((await WaitingAsync(transaction, payload.Mailbox, 1, cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                mailbox = mailbox.Schedule(work.Now, false); // written meanwhile, or more than one digest lists
                await transaction.ScheduleAsync(NoticeBoard.RowOf(mailbox), cancellationToken).ConfigureAwait(false);
            }

            await transaction.PutAsync(NotificationRecords.Mailboxes, mailbox, stored.Version, cancellationToken).ConfigureAwait(false);
        }

        await transaction.FinishAsync(work.Item.Lease, sent.Count == 0 ? WorkOutcome.Superseded("Nothing waited any more.") : WorkOutcome.Done, cancellationToken).ConfigureAwait(false);
    }
}
