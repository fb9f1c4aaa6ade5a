using NodaTime;
using SocialOps.Auditing;
using SocialOps.Incidents;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Recovery;

/// <summary>Sends that the journal knows and the database does not: each is doubtful from now on, so it is looked for and never sent again on doubt; and people are told.</summary>
internal sealed class SendReplay(IStoreTransaction transaction, Instant now)
{
    private const string Subject = "database";

    /// <returns>What people were told; <see langword="null"/> where the database knows everything.</returns>
    public async ValueTask<string?> RunAsync(IReadOnlyList<RecoveryEntry> sends, int erased, Instant? latest, CancellationToken cancellationToken)
    {
        var (doubtful, unknown, until) = (0, new List<string>(), Instant.MinValue);
        foreach (var send in sends)
        {
            var stored = await transaction.FindAsync(PublicationRecords.Publications, send.Subject, cancellationToken).ConfigureAwait(false);
            if (stored?.Value.AttemptedAt >= send.At)
            {
                continue;
            }

            until = Instant.Max(until, send.At);
            if (stored is null)
            {
                unknown.Add($"{send.Subject} ({send.At})");
            }
            else if (PublicationDecision.Forgotten(stored.Value, send.At) is { } forgotten)
            {
                doubtful++;
                await WriteAsync(stored, forgotten, cancellationToken).ConfigureAwait(false);
            }
        }

        if (doubtful + unknown.Count + erased == 0)
        {
            return null;
        }

        var summary = Summary(doubtful, unknown, erased, latest);
        await IncidentUnit.OpenAsync(transaction, IncidentKind.RestoredDatabase, Subject, null, summary, now, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "engine.restored", Subject, summary), cancellationToken).ConfigureAwait(false);
        if (until > Instant.MinValue)
        {
            var mark = await transaction.FindAsync(ReplayMark.Records, ReplayMark.Id, cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(ReplayMark.Records, new(until), mark?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        }

        return summary;
    }

    /// <summary>One that was held has no row any more; any other one has.</summary>
    private async ValueTask WriteAsync(Stored<Publication> stored, Publication forgotten, CancellationToken cancellationToken)
    {
        await PublicationOutcome.WriteAsync(transaction, forgotten, stored.Version, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "publication.attempted", forgotten.Id.Value, $"The recovery journal knows an attempt at {forgotten.AttemptedAt}; it is looked for."), cancellationToken).ConfigureAwait(false);
        if (stored.Value.State == PublicationState.Held)
        {
            await transaction.ScheduleAsync(PublicationDraft.RowOf(forgotten, now), cancellationToken).ConfigureAwait(false);
            await PublicationOutcome.EndHoldAsync(transaction, forgotten, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Summary(int doubtful, List<string> unknown, int erased, Instant? latest)
    {
        var since = latest is { } at ? $"{at}" : "its beginning";
        var strangers = unknown.Count == 0 ? "" : $" {unknown.Count} send(s) of publications that it does not have: {string.Join(", ", unknown.Take(10))}{(unknown.Count > 10 ? ", ..." : "")}.";
        return $"The database is older than its recovery journal: a backup was restored. {doubtful} send(s) that it had forgotten are looked for and not sent again on doubt.{strangers} {erased} erasure(s) were done again. What came in after {since} may be missing: have the networks show it again.";
    }
}
