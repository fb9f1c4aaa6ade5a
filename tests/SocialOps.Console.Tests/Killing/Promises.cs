using System.Text.Json;
using NodaTime;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Killing;

/// <summary>Reads a database and its outbox after the last run and says what does not hold.</summary>
internal sealed class Promises(string database)
{
    public static IReadOnlyList<string> Broken(string database, InventedInbox inbox)
    {
        var promises = new Promises(database);
        return [.. promises.Items(inbox), .. promises.Clocks(inbox.LastAt + Duration.FromDays(3)), .. promises.Posts(), .. promises.OpenEnds()];
    }

    /// <summary>Every item is there, none is there twice, and each counts in exactly one case.</summary>
    private IEnumerable<string> Items(InventedInbox inbox)
    {
        var stored = Texts("SELECT id FROM so_record WHERE kind = 'inbound-item'");
        foreach (var id in inbox.Ids.Except(stored))
        {
            yield return $"lost: item {id}";
        }

        foreach (var id in stored.Except(inbox.Ids))
        {
            yield return $"doubled: item {id} came from nowhere";
        }

        foreach (var row in Texts("""
            SELECT c.id || ' counts ' || json_extract(c.body, '$.Items') || ' items, has ' || (SELECT COUNT(*) FROM so_record i WHERE i.kind = 'inbound-item' AND json_extract(i.body, '$.Case') = c.id)
            FROM so_record c WHERE c.kind = 'case'
              AND json_extract(c.body, '$.Items') <> (SELECT COUNT(*) FROM so_record i WHERE i.kind = 'inbound-item' AND json_extract(i.body, '$.Case') = c.id)
            """))
        {
            yield return $"doubled: case {row}";
        }

        foreach (var row in Texts("SELECT subject_id || ' opened ' || COUNT(*) || ' times' FROM so_audit_event WHERE action = 'case.opened' GROUP BY subject_id HAVING COUNT(*) > 1"))
        {
            yield return $"doubled: case {row}";
        }
    }

    /// <summary>A clock that started, or went on after a pause, has one row; a due row has fired once, not early, or is recorded as superseded.</summary>
    private IEnumerable<string> Clocks(Instant end)
    {
        foreach (var row in Texts($"SELECT kind || ' ' || dedupe_key FROM so_work_item WHERE state = 0 AND due_at <= {end.ToUnixTimeTicks() / 10}"))
        {
            yield return $"lost: {row} was due and has not fired";
        }

        foreach (var row in Texts("""
            SELECT s.subject_id || ': ' || s.n || ' clocks started, ' || COUNT(w.id) || ' rows'
            FROM (SELECT subject_id, COUNT(*) n FROM so_audit_event WHERE action IN ('clock.started', 'clock.resumed') GROUP BY subject_id) s
            LEFT JOIN so_work_item w ON w.kind = 'case.clock' AND w.subject_id = s.subject_id GROUP BY s.subject_id HAVING COUNT(w.id) <> s.n
            """))
        {
            yield return $"doubled: {row}";
        }

        // The n-th breach of a case stands for the n-th row of it that had an effect.
        foreach (var row in Texts("""
            WITH fired AS (SELECT subject_id, due_at, ROW_NUMBER() OVER (PARTITION BY subject_id ORDER BY due_at, id) n FROM so_work_item WHERE kind = 'case.clock' AND state = 1 AND last_error IS NULL),
                 effect AS (SELECT subject_id, at, ROW_NUMBER() OVER (PARTITION BY subject_id ORDER BY seq) n FROM so_audit_event WHERE action = 'clock.breached')
            SELECT COALESCE(f.subject_id, e.subject_id) || ' row due ' || COALESCE(f.due_at, 'never') || ', effect ' || COALESCE(e.at, 'never')
            FROM fired f FULL JOIN effect e ON e.subject_id = f.subject_id AND e.n = f.n WHERE f.n IS NULL OR e.n IS NULL OR e.at < f.due_at
            """))
        {
            yield return $"clock: {row}";
        }
    }

    /// <summary>What the store calls published stands in the outbox once, and nothing else stands there.</summary>
    private IEnumerable<string> Posts()
    {
        var posted = File.ReadLines($"{database}.outbox.jsonl").Select(l => JsonDocument.Parse(l).RootElement.GetProperty("key").GetString()!).ToList();
        foreach (var key in posted.GroupBy(k => k).Where(g => g.Count() > 1))
        {
            yield return $"doubled: key {key.Key} was posted {key.Count()} times";
        }

        var published = Texts("SELECT json_extract(body, '$.IdempotencyKey') FROM so_record WHERE kind = 'publication' AND json_extract(body, '$.State') = 'Published'");
        foreach (var key in published.Except(posted))
        {
            yield return $"lost: {key} is published and stands nowhere";
        }

        foreach (var key in posted.Except(published))
        {
            yield return $"doubled: {key} was posted and nobody knows";
        }

        foreach (var answered in Texts("SELECT json_extract(body, '$.InReplyTo') || ' on ' || json_extract(body, '$.Account') FROM so_record WHERE kind = 'publication' GROUP BY json_extract(body, '$.Origin') HAVING COUNT(*) > 1 AND COUNT(*) > (SELECT json_extract(c.body, '$.Replies') FROM so_record c WHERE c.kind = 'case' AND c.id = json_extract(so_record.body, '$.Origin'))"))
        {
            yield return $"doubled: {answered} was answered more often than its case knows";
        }
    }

    /// <summary>Nothing is dead, and each open case has something ahead and somebody responsible.</summary>
    private IEnumerable<string> OpenEnds()
    {
        foreach (var row in Texts("SELECT kind || ' ' || dedupe_key || ': ' || last_error FROM so_work_item WHERE state = 2"))
        {
            yield return $"unattended: {row} is dead";
        }

        foreach (var id in Texts("""
            SELECT c.id FROM so_record c WHERE c.kind = 'case' AND json_extract(c.body, '$.ClosedAt') IS NULL
              AND (json_extract(c.body, '$.Responsible') IS NULL OR NOT EXISTS (SELECT 1 FROM so_work_item w WHERE w.subject_id = c.id AND w.state = 0))
            """))
        {
            yield return $"unattended: case {id}";
        }
    }

    private IReadOnlyList<string> Texts(string sql) => database.Texts(sql);
}
