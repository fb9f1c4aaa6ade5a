using System.Text.Json;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Crisis;
using SocialOps.Definitions;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Time;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>
/// Counts an hour of a place once it is over: one row an hour in which something came, so an item costs the same however many there are. What a wave brings is no measure of what is usual.
/// A volume far above the usual hour is an incident unless a wave of the client explains it.
/// </summary>
internal sealed class HourHandler(SnapshotCache snapshots) : ITransactionalHandler
{
    public const string WorkKind = "inbox.hour";
    private const int HourInMinutes = 60;
    private static readonly Duration Hour = Duration.FromMinutes(HourInMinutes);
    private static readonly Duration Grace = Duration.FromMinutes(5);

    public string Kind => WorkKind;

    /// <summary>The row that counts the hour in which an item came.</summary>
    public static WorkDraft RowOf(InboundItem item)
    {
        var from = Instant.FromUnixTimeSeconds(item.ReceivedAt.ToUnixTimeSeconds() / 3600 * 3600);
        var place = AccountUsual.PlaceOf(item.Client, item.Account, item.Network);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new HourPayload(item.Client, item.Account, item.Network, from), CaseJson.Default.HourPayload);
        return new(WorkKind, place, WorkClass.Bulk, from + Hour + Grace, InboundItem.Bounded($"{place}/{from.ToUnixTimeSeconds()}"), payload);
    }

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var hour = JsonSerializer.Deserialize(work.Payload.Span, CaseJson.Default.HourPayload)!;
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var zone = agency.Definition.People is [var first, ..] && TimeZones.Find(first.Zone) is { } known ? known : DateTimeZone.Utc;
        var (count, threads) = await CountAsync(transaction, hour, cancellationToken).ConfigureAwait(false);
        await LearnThreadsAsync(transaction, work.SubjectId, threads, hour.From + Hour, cancellationToken).ConfigureAwait(false);
        var reading = await LearnVolumeAsync(transaction, work.SubjectId, hour.From, zone, count, cancellationToken).ConfigureAwait(false);
        if (reading.Alert != VolumeAlert.None)
        {
            await ReportAsync(transaction, work.SubjectId, hour, reading, now, cancellationToken).ConfigureAwait(false);
        }

        await transaction.ScheduleAsync(RetentionRow.After(now), cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }

    private static async ValueTask<(int Count, Dictionary<CaseId, int> Threads)> CountAsync(IStoreTransaction transaction, HourPayload hour, CancellationToken cancellationToken)
    {
        var (count, threads, next) = (0, new Dictionary<CaseId, int>(), (string?)null);
        do
        {
            var query = new RecordQuery("", 2, $"{hour.Client}/{IndexText.Of(hour.From)}", $"{hour.Client}/{IndexText.Of(hour.From + Hour)}", 1_000, next);
            var page = await transaction.QueryAsync(InboxRecords.Items, query, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items.Select(i => i.Value).Where(i => i.Account == hour.Account && i.Network == hour.Network))
            {
                count++;
                threads[item.Case] = threads.GetValueOrDefault(item.Case) + 1;
            }

            next = page.Next;
        }
        while (next is not null);
        return (count, threads);
    }

    private static async ValueTask LearnThreadsAsync(IStoreTransaction transaction, string place, Dictionary<CaseId, int> threads, Instant end, CancellationToken cancellationToken)
    {
        var stored = await transaction.FindAsync(AccountUsual.Baselines, place, cancellationToken).ConfigureAwait(false);
        var baseline = stored?.Value.Threads ?? ThreadBaseline.None;
        foreach (var (id, comments) in threads)
        {
            var thread = await transaction.FindAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            if (thread is { Value.Alarm.Peak: < WaveLevel.RepeatedCriticism, Value.Wave.StartedAt: { } started })
            {
                baseline = baseline.Add(end - started, comments);
            }
        }

        if (!ReferenceEquals(baseline, stored?.Value.Threads))
        {
            await transaction.PutAsync(AccountUsual.Baselines, new PlaceBaseline(place, baseline), stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<VolumeReading> LearnVolumeAsync(IStoreTransaction transaction, string place, Instant from, DateTimeZone zone, int count, CancellationToken cancellationToken)
    {
        var stored = await transaction.FindAsync(AccountUsual.Volumes, place, cancellationToken).ConfigureAwait(false);
        var volume = (stored?.Value.Volume ?? AccountVolume.None).Add(from, zone, count);
        await transaction.PutAsync(AccountUsual.Volumes, new PlaceVolume(place, volume), stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        return volume.Read(from, zone);
    }

    /// <summary>Far above the usual is an incident; somewhat above, or explained by a wave that people know of, is recorded.</summary>
    private static async ValueTask ReportAsync(IStoreTransaction transaction, string place, HourPayload hour, VolumeReading reading, Instant now, CancellationToken cancellationToken)
    {
        var words = $"{reading.Count} items in the hour from {hour.From} on {hour.Network}{(reading.Z is { } z ? $", {z:0.0} deviations above the usual" : "; too little is known to say what is usual")}.";
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "volume.unusual", place, words), cancellationToken).ConfigureAwait(false);
        var crisis = await ClientCrises.ReadAsync(transaction, hour.Client, cancellationToken).ConfigureAwait(false);
        if (reading.Alert == VolumeAlert.High && crisis.Level < WaveLevel.RepeatedCriticism)
        {
            await IncidentUnit.OpenAsync(transaction, IncidentKind.UnusualVolume, place, hour.Client, $"{words} No thread of it is a wave: look what it is.", now, cancellationToken).ConfigureAwait(false);
        }
    }
}
