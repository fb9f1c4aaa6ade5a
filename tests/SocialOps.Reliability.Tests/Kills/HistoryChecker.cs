using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SocialOps.Auditing;
using SocialOps.FakeNetwork;
using SocialOps.Work;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>Compares what the network saw and what it was told with what the store holds in the end, and says what does not hold.</summary>
internal sealed class HistoryChecker(Peace peace, Feedstock feedstock, IReadOnlyList<Entry> journal)
{
    public async Task<IReadOnlyList<string>> BrokenAsync()
    {
        var items = await DocumentsAsync("inbound-item");
        var cases = await DocumentsAsync("case");
        var publications = await DocumentsAsync("publication");
        var work = await Peace.AllAsync(next => peace.Ops.Work.QueryAsync(new(State: null, Limit: 1_000, Continue: next)));
        var audit = await Peace.AllAsync(next => peace.Ops.Audit.QueryAsync(new(Limit: 1_000, Continue: next)));
        return
        [
            .. Items([.. items.Select(i => Text(i, "Id"))]),
            .. await QuarantineAsync(),
            .. Cases(items, cases, audit),
            .. Posts(publications),
            .. Bases(publications),
            .. Clocks(work, audit),
            .. Attended(cases, work),
            .. (await SealedAsync()).Faults.Select(f => $"audit: {f.Message}"),
            .. (await peace.Ops.Invariants.CheckAsync()).Violations.Select(v => $"invariant: {v}"),
        ];
    }

    /// <summary>What lives sealed while they were killed is one chain with what is sealed in peace.</summary>
    private async Task<AuditVerification> SealedAsync() => await peace.Ops.Audit.VerifyAsync(await peace.Ops.Audit.SealAsync());

    /// <summary>What was acknowledged to the network is there, once, and nothing else is.</summary>
    private IEnumerable<string> Items(IReadOnlyList<string> stored)
    {
        var acknowledged = Acknowledged().Select(Feedstock.ItemOf).OfType<string>().ToHashSet();
        return acknowledged.Except(stored).Select(id => $"lost: item {id} was acknowledged")
            .Concat(stored.Except(acknowledged).Select(id => $"doubled: item {id} came from nowhere"));
    }

    private async Task<IEnumerable<string>> QuarantineAsync()
    {
        var expected = Acknowledged().Where(d => Feedstock.ItemOf(d) is null).Select(d => d.Body).ToList();
        var stored = (await Peace.AllAsync(next => peace.Ops.Inbox.QueryQuarantineAsync(1_000, next))).Select(q => Encoding.UTF8.GetString(q.Bytes.Span)).ToList();
        return expected.Except(stored).Select(b => $"lost: {b} was acknowledged and is not in quarantine")
            .Concat(stored.GroupBy(b => b).Where(g => g.Count() > 1 || !expected.Contains(g.Key)).Select(g => $"doubled: {g.Key} is in quarantine {g.Count()} times"));
    }

    /// <summary>Each item counts in one case, each case was opened once.</summary>
    private static IEnumerable<string> Cases(IReadOnlyList<JsonElement> items, IReadOnlyList<JsonElement> cases, IReadOnlyList<AuditEvent> audit)
    {
        var held = items.CountBy(i => Text(i, "Case")).ToDictionary();
        var opened = audit.Where(e => e.Action == "case.opened").CountBy(e => e.SubjectId).ToDictionary();
        return cases.Where(c => held.GetValueOrDefault(Text(c, "Id")) != Number(c, "Items")).Select(c => $"doubled: case {Text(c, "Id")} counts {Number(c, "Items")} items and has {held.GetValueOrDefault(Text(c, "Id"))}")
            .Concat(cases.Where(c => opened.GetValueOrDefault(Text(c, "Id")) != 1).Select(c => $"doubled: case {Text(c, "Id")} was opened {opened.GetValueOrDefault(Text(c, "Id"))} times"))
            .Concat(held.Keys.Except(cases.Select(c => Text(c, "Id"))).Select(id => $"lost: case {id}"));
    }

    /// <summary>Nothing stands on the network twice, or unknown to the store; what the store calls published stands there, and what it calls refused does not.</summary>
    private IEnumerable<string> Posts(IReadOnlyList<JsonElement> publications)
    {
        var posts = journal.Where(e => e.What == "accepted").ToLookup(e => e.Key!);
        var known = publications.ToDictionary(p => Text(p, "IdempotencyKey"));
        foreach (var post in posts.Where(p => p.Count() > 1))
        {
            yield return $"doubled: {post.First().Network} has {post.Count()} posts of {post.Key}, sent at {string.Join(" and ", post.Select(p => p.SentAt))}, accepted at {string.Join(" and ", post.Select(p => p.At))}";
        }

        foreach (var key in posts.Select(p => p.Key).Except(known.Keys))
        {
            yield return $"doubled: {key} was posted and nobody knows";
        }

        foreach (var (key, publication) in known)
        {
            var (state, stands) = (Text(publication, "State"), posts.Contains(key));
            if (state == "Published" && !stands)
            {
                yield return $"lost: {key} is published and stands nowhere";
            }
            else if (state is not ("Published" or "NeedsHuman") && stands)
            {
                yield return $"doubled: {key} is {state} and stands on the network";
            }
        }
    }

    /// <summary>What stands on the network was sent on a basis given before, in exactly those bytes, by an attempt that the store knows; praise was thanked for once.</summary>
    private IEnumerable<string> Bases(IReadOnlyList<JsonElement> publications)
    {
        var sent = journal.Where(e => e.What is "accepted" or "repeated").ToLookup(e => e.Key!);
        foreach (var publication in publications)
        {
            var (key, text) = (Text(publication, "IdempotencyKey"), Text(publication, "Text"));
            var granted = InstantPattern.ExtendedIso.Parse(publication.GetProperty("Basis").GetProperty("GrantedAt").GetString()!).Value;
            if (sent[key].Any(p => p.Text != text) || Text(publication, "TextHash") != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
            {
                yield return $"basis: {key} was sent in other bytes";
            }

            if (sent[key].Any(p => Instant.FromUnixTimeTicks(p.SentAt * 10) < granted))
            {
                yield return $"basis: {key} was sent before its basis was given";
            }

            if (sent[key].Select(p => p.SentAt).Distinct().Count() > Number(publication, "Attempt"))
            {
                yield return $"basis: {key} was sent more often than its {Number(publication, "Attempt")} attempts";
            }
        }

        foreach (var thanked in publications.Where(p => p.GetProperty("Basis").GetProperty("Kind").GetString() == "Standing").GroupBy(p => Text(p, "InReplyTo")).Where(g => g.Count() > 1))
        {
            yield return $"doubled: {thanked.Key} was thanked for {thanked.Count()} times";
        }
    }

    /// <summary>Each clock that started has a row, and a row that was due has ended once: in its effect, or superseded.</summary>
    private IEnumerable<string> Clocks(IReadOnlyList<WorkItem> work, IReadOnlyList<AuditEvent> audit)
    {
        var started = audit.Where(e => e.Action == "clock.started").CountBy(e => e.SubjectId).ToDictionary();
        var breached = audit.Where(e => e.Action == "clock.breached").ToLookup(e => e.SubjectId);
        var rows = work.Where(w => w.Kind == "case.clock").ToLookup(w => w.SubjectId);
        foreach (var id in started.Keys.Union(rows.Select(r => r.Key)).Where(id => started.GetValueOrDefault(id) != rows[id].Count()))
        {
            yield return $"clock: case {id} has started {started.GetValueOrDefault(id)} clocks and has {rows[id].Count()} rows";
        }

        foreach (var id in rows.Select(r => r.Key).Union(breached.Select(b => b.Key)))
        {
            var (fired, effects) = (rows[id].Where(r => r is { State: WorkState.Done, LastError: null }).OrderBy(r => r.DueAt).ToList(), breached[id].OrderBy(e => e.Sequence).ToList());
            if (fired.Count != effects.Count || fired.Zip(effects).Any(p => p.Second.At < p.First.DueAt))
            {
                yield return $"clock: case {id} has {fired.Count} rows that fired and {effects.Count} breaches, or one came early";
            }
        }

        foreach (var row in work.Where(w => w.State == WorkState.Open && w.DueAt <= peace.Now - Duration.FromMinutes(1)))
        {
            yield return $"lost: {row.Kind} {row.DedupeKey} was due {row.DueAt} and has not ended; it is {peace.Now}";
        }
    }

    /// <summary>Every open case has somebody responsible and something due; nothing is dead.</summary>
    private static IEnumerable<string> Attended(IReadOnlyList<JsonElement> cases, IReadOnlyList<WorkItem> work)
    {
        var ahead = work.Where(w => w.State == WorkState.Open).Select(w => w.SubjectId).ToHashSet();
        return cases.Where(c => !c.TryGetProperty("ClosedAt", out _) && (!c.TryGetProperty("Responsible", out _) || !ahead.Contains(Text(c, "Id")))).Select(c => $"unattended: case {Text(c, "Id")}")
            .Concat(work.Where(w => w.State == WorkState.Dead).Select(w => $"unattended: {w.Kind} {w.DedupeKey} is dead: {w.LastError}"));
    }

    private IEnumerable<Delivery> Acknowledged()
    {
        var numbers = journal.Where(e => e.What == "acknowledged").Select(e => e.Number).ToHashSet();
        return feedstock.All.Where(d => d.Kind == "item" && numbers.Contains(d.Number));
    }

    private async Task<IReadOnlyList<JsonElement>> DocumentsAsync(string kind) => [.. (await peace.RecordsAsync(kind)).Select(r => JsonDocument.Parse(r.Body).RootElement)];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static int Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}
