using NodaTime;
using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Time;

namespace SocialOps.Reporting;

/// <summary>Reads what a month is counted from, page by page, in one transaction.</summary>
internal sealed class MonthReading(IStoreTransaction transaction, AgencySnapshot agency, Instant now, CancellationToken cancellationToken)
{
    public async ValueTask<MonthFacts> ReadAsync(ClientId client, YearMonth month, MonthReportOptions options)
    {
        var definition = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
        var zone = TimeZones.Get(agency.GetSchedule(definition.Agreement.Schedule).Definition.Zone);
        var span = MonthSpan.Of(month, zone);
        var (items, detected, shown) = await ItemsAsync(client, span).ConfigureAwait(false);
        var tracks = new List<CaseTrack>();
        await foreach (var one in EachAsync(InboxRecords.Cases, Query(3, client, span)).ConfigureAwait(false))
        {
            tracks.Add(await TrackAsync(one, shown).ConfigureAwait(false));
        }

        return new()
        {
            Agency = agency,
            Client = definition,
            Month = month,
            Zone = zone,
            Now = now,
            Cases = tracks,
            Items = items,
            Detected = detected,
            Before = await BeforeAsync(client, month, zone, options.TrendMonths - 1).ConfigureAwait(false),
            Requests = await RequestsAsync(client, span).ConfigureAwait(false),
            Pillars = await PillarsAsync(client, span).ConfigureAwait(false),
            Scores = await ListAsync(ScoreRecords.Cards, new RecordQuery("", 1, $"{client}/", $"{client}0", 200)).ConfigureAwait(false),
            Teams = await TeamsAsync(span).ConfigureAwait(false),
            Options = options,
        };
    }

    private async ValueTask<(Dictionary<Category, int> Items, List<Duration> Detected, Dictionary<CaseId, Instant> Shown)> ItemsAsync(ClientId client, (Instant From, Instant To) span)
    {
        var (counts, detected, shown) = (new Dictionary<Category, int>(), new List<Duration>(), new Dictionary<CaseId, Instant>());
        await foreach (var item in EachAsync(InboxRecords.Items, Query(2, client, span)).ConfigureAwait(false))
        {
            counts[item.Classification.Category] = counts.GetValueOrDefault(item.Classification.Category) + 1;
            detected.Add(item.ReceivedAt - item.WrittenAt);
            shown.TryAdd(item.Case, item.ReceivedAt);
        }

        return (counts, detected, shown);
    }

    private async ValueTask<CaseTrack> TrackAsync(Case state, Dictionary<CaseId, Instant> shown)
    {
        Instant? claimed = null, reacted = null;
        var actors = new List<PersonId>();
        for (string? next = ""; next is not null;)
        {
            var page = await transaction.QueryAuditAsync(new AuditQuery(state.Id.Value, Limit: 1000, Continue: next.Length == 0 ? null : next), cancellationToken).ConfigureAwait(false);
            foreach (var one in page.Items)
            {
                claimed ??= one.Action == "case.claimed" ? one.At : null;
                reacted ??= one.Action is "case.acknowledged" or "reply.published" ? one.At : null;
                if (one.Actor.Kind == ActorKind.Person && one.Action is "case.claimed" or "case.acknowledged" or "reply.decided" or "client.told" or "case.handed-over" or "case.closed" or "wave.set")
                {
                    actors.Add(new(one.Actor.Id));
                }
            }

            next = page.Next;
        }

        return new(state, shown.TryGetValue(state.Id, out var at) ? at : null, claimed, reacted, [.. actors.Where(agency.People.ContainsKey)]);
    }

    private async ValueTask<List<TrendMonth>> BeforeAsync(ClientId client, YearMonth month, DateTimeZone zone, int count)
    {
        var months = new List<TrendMonth>();
        for (var back = count; back > 0; back--)
        {
            var earlier = month.PlusMonths(-back);
            var cases = await ListAsync(InboxRecords.Cases, Query(3, client, MonthSpan.Of(earlier, zone))).ConfigureAwait(false);
            if (cases.Count > 0 || months.Count > 0)
            {
                months.Add(new(earlier, cases.Count, cases.Sum(c => c.ClocksMet), cases.Sum(c => c.ClocksBreached)));
            }
        }

        return months;
    }

    /// <summary>Who was part of the agency before the month, and after each import in it; the first import ever is where it begins.</summary>
    private async ValueTask<List<IReadOnlyCollection<PersonId>>> TeamsAsync((Instant From, Instant To) span)
    {
        var teams = new List<IReadOnlyCollection<PersonId>>();
        await foreach (var revision in EachAsync(DefinitionRecords.Revisions, new RecordQuery("", Limit: 50, Descending: true)).ConfigureAwait(false))
        {
            if (revision.ImportedAt < span.To)
            {
                teams.Insert(0, [.. revision.Entries.Where(e => e.Type == DefinitionType.Person).Select(e => new PersonId(e.Id))]);
            }

            if (revision.ImportedAt < span.From)
            {
                break;
            }
        }

        return teams;
    }

    private async ValueTask<List<ApprovalRequest>> RequestsAsync(ClientId client, (Instant From, Instant To) span)
    {
        var requests = new List<ApprovalRequest>();
        await foreach (var one in EachAsync(ApprovalRecords.Requests, new RecordQuery("", Limit: 200)).ConfigureAwait(false))
        {
            if (one.Client == client && one.SubmittedAt >= span.From && one.SubmittedAt < span.To)
            {
                requests.Add(one);
            }
        }

        return requests;
    }

    /// <summary>Content that went out in the month, by pillar, with the latest numbers of each publication.</summary>
    private async ValueTask<List<PillarEffect>> PillarsAsync(ClientId client, (Instant From, Instant To) span)
    {
        var effects = new Dictionary<string, PillarEffect>(StringComparer.Ordinal);
        await foreach (var one in EachAsync(PublicationRecords.Publications, new RecordQuery("", Limit: 200)).ConfigureAwait(false))
        {
            if (one.Client != client || one.Content is not { } content || one.CreatedAt < span.From || one.CreatedAt >= span.To
                || await LatestAsync(one.Id).ConfigureAwait(false) is not { } metrics
                || await transaction.FindAsync(ContentRecords.Items, content.Item.Value, cancellationToken).ConfigureAwait(false) is not { } item)
            {
                continue;
            }

            foreach (var pillar in item.Value.Brief.Pillars.DefaultIfEmpty(""))
            {
                var sum = effects.GetValueOrDefault(pillar) ?? new(pillar, 0, 0, 0, 0, 0);
                effects[pillar] = new(pillar, sum.Posts + 1, sum.Likes + (metrics.Likes ?? 0), sum.Comments + (metrics.Comments ?? 0), sum.Shares + (metrics.Shares ?? 0), sum.Reach + (metrics.Reach ?? 0));
            }
        }

        return [.. effects.Values.OrderByDescending(e => e.Likes + e.Shares).ThenBy(e => e.Pillar, StringComparer.Ordinal)];
    }

    private async ValueTask<PostMetrics?> LatestAsync(PublicationId id)
    {
        var page = await transaction.QueryAsync(MetricsRecords.Snapshots, new RecordQuery("", From: $"{id}/", To: $"{id}0", Limit: 1, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items is [var latest, ..] ? latest.Value.Metrics : null;
    }

    private static RecordQuery Query(int slot, ClientId client, (Instant From, Instant To) span) => new("", slot, $"{client}/{IndexText.Of(span.From)}", $"{client}/{IndexText.Of(span.To)}", 200);

    private async ValueTask<List<T>> ListAsync<T>(RecordKind<T> kind, RecordQuery query)
        where T : class
    {
        var list = new List<T>();
        await foreach (var one in EachAsync(kind, query).ConfigureAwait(false))
        {
            list.Add(one);
        }

        return list;
    }

    private async IAsyncEnumerable<T> EachAsync<T>(RecordKind<T> kind, RecordQuery query)
        where T : class
    {
        for (string? next = ""; next is not null;)
        {
            var page = await transaction.QueryAsync(kind, query with { Continue = next.Length == 0 ? null : next }, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item.Value;
            }

            next = page.Next;
        }
    }
}
