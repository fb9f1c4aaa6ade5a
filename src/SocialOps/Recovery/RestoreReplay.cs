using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.Diagnostics;
using SocialOps.Privacy;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Recovery;

/// <summary>
/// At the start, before anything is sent: compares the database with the recovery journal. A send that the database does not know shows that a backup was restored (reliability F30). Interrupted, it begins anew at the next start.
/// </summary>
internal sealed class RestoreReplay(IStore store, EngineClock clock, ErasureUnit unit, ErasureJournal erasures, IRecoveryJournal? journal, ILogger<RestoreReplay> log)
{
    /// <summary>How far the clocks of two workers, and the entry and the commit of an attempt, may be apart at most.</summary>
    private static readonly Duration Slack = Duration.FromHours(1);

    /// <param name="latest">When the latest event of the database happened; <see langword="null"/> before the first one.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async ValueTask RunAsync(Instant? latest, CancellationToken cancellationToken)
    {
        if (journal is null)
        {
            return;
        }

        var key = await erasures.GetKeyAsync(cancellationToken).ConfigureAwait(false);
        var since = latest is { } at ? at - Slack : Instant.MinValue;
        var entries = new List<RecoveryEntry>();
        await foreach (var entry in journal.ReadAsync(since, cancellationToken).ConfigureAwait(false))
        {
            if (entry.At >= since)
            {
                entries.Add(entry);
            }
        }

        foreach (var its in entries.GroupBy(e => e.Tenant))
        {
            await RunAsync(its.Key, [.. its], key, latest, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask RunAsync(TenantId tenant, IReadOnlyList<RecoveryEntry> entries, byte[] key, Instant? latest, CancellationToken cancellationToken)
    {
        var mark = (await store.ReadAsync(tenant, t => t.FindAsync(ReplayMark.Records, ReplayMark.Id, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value.Until ?? Instant.MinValue;
        var open = entries.Where(e => e.At > mark).ToList();
        var erased = await new ErasureReplay(tenant, store, clock, unit, key).RunAsync([.. open.Where(e => e.Kind == RecoveryEntryKind.Erased)], cancellationToken).ConfigureAwait(false);
        var sends = open.Where(e => e.Kind == RecoveryEntryKind.Sent).GroupBy(e => e.Subject).Select(its => its.MaxBy(e => e.At)!).ToList();
        var found = await store.WriteAsync(tenant, t => new SendReplay(t, clock.Now()).RunAsync(sends, erased, latest, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (found is { } told)
        {
            log.Restored(tenant.Value, told);
        }
    }
}
