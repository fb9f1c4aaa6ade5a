using System.Text.Json;
using NodaTime;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Notifications;

/// <summary>Puts notices into mailboxes, in the transaction that makes them necessary.</summary>
internal static class NoticeBoard
{
    public const string WorkKind = "notify";

    private static readonly bool[] Both = [true, false];

    /// <summary>Writes a notice and the digest row that carries it. The same notice again changes nothing.</summary>
    public static async ValueTask PostAsync(IStoreTransaction transaction, Notice notice, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(NotificationRecords.Notices.Name, notice.Id.Value, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        await transaction.PutAsync(NotificationRecords.Notices, notice, 0, cancellationToken).ConfigureAwait(false);
        var key = Mailbox.KeyOf(notice.Recipient, notice.IsUrgent);
        var stored = await transaction.FindAsync(NotificationRecords.Mailboxes, key, cancellationToken).ConfigureAwait(false);
        var mailbox = stored?.Value ?? new Mailbox { Recipient = notice.Recipient, IsUrgent = notice.IsUrgent };
        var next = mailbox.Schedule(now, notice.IsRepeat);
        if (ReferenceEquals(next, mailbox))
        {
            return;
        }

        await transaction.PutAsync(NotificationRecords.Mailboxes, next, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        await transaction.ScheduleAsync(RowOf(next), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The recipient acted: later digests come at small intervals again.</summary>
    public static async ValueTask AnsweredAsync(IStoreTransaction transaction, Recipient recipient, CancellationToken cancellationToken)
    {
        foreach (var isUrgent in Both)
        {
            var stored = await transaction.FindAsync(NotificationRecords.Mailboxes, Mailbox.KeyOf(recipient, isUrgent), cancellationToken).ConfigureAwait(false);
            if (stored is { Value.Unanswered: > 0 })
            {
                await transaction.PutAsync(NotificationRecords.Mailboxes, stored.Value.Answered(), stored.Version, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public static WorkDraft RowOf(Mailbox mailbox) => new(
        WorkKind,
        mailbox.Key,
        mailbox.IsUrgent ? WorkClass.Urgent : WorkClass.Normal,
        mailbox.ScheduledAt!.Value,
        $"{mailbox.Key}/{mailbox.Sequence}",
        JsonSerializer.SerializeToUtf8Bytes(new NotifyPayload(mailbox.Key, mailbox.Sequence), NotificationJson.Default.NotifyPayload));
}
