using SocialOps.Notifications;

namespace SocialOps.Invariants;

/// <summary>I8, I9: who has something to be told has a digest on its way.</summary>
internal sealed class NoticeCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        await foreach (var mailbox in walk.RecordsAsync(NotificationRecords.Mailboxes, 0, cancellationToken).ConfigureAwait(false))
        {
            if (mailbox.ScheduledAt is { } due && !await HasRowAsync(walk, mailbox, cancellationToken).ConfigureAwait(false))
            {
                walk.Add(Invariant.EndsOnce, mailbox.Key, $"A digest is due {due}, and its row has ended: {mailbox.Recipient} is not told any more. Tell them yourself, and find out what wrote it.");
            }
        }

        string? known = null;
        await foreach (var notice in walk.RecordsAsync(NotificationRecords.Notices, 1, cancellationToken).ConfigureAwait(false))
        {
            var key = Mailbox.KeyOf(notice.Recipient, notice.IsUrgent);
            if (key == known)
            {
                continue;
            }

            known = key;
            var stored = await walk.Transaction.FindAsync(NotificationRecords.Mailboxes.Name, key, cancellationToken).ConfigureAwait(false);
            if (stored is null || NotificationRecords.Mailboxes.FromRecord(stored).Value.ScheduledAt is null)
            {
                walk.Add(Invariant.SomebodyIsTold, notice.Id.Value, $"{notice.Recipient} is to be told since {notice.CreatedAt}, and no digest is on its way. Tell them yourself, and find out what wrote it.");
            }
        }
    }

    private static async ValueTask<bool> HasRowAsync(InvariantWalk walk, Mailbox mailbox, CancellationToken cancellationToken)
        => (await walk.OpenRowsAsync(mailbox.Key, cancellationToken).ConfigureAwait(false)).Any(r => r.Kind == NoticeBoard.WorkKind && r.DedupeKey == NoticeBoard.RowOf(mailbox).DedupeKey);
}
