using SocialOps.Auditing;
using SocialOps.Relational.Rows;
using SocialOps.Relational.Sql;
using SocialOps.Serialization;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Relational;

/// <summary>Reads and writes by the catalogue; how it begins and ends is the database's own.</summary>
internal abstract class RelationalTransaction(TenantId tenant, StoreAccess access, Session session, SqlCatalogue sql) : StoreTransaction(tenant, access)
{
    protected Session Session => session;

    protected override ValueTask<StoredRecord?> FindCoreAsync(string kind, string id, CancellationToken cancellationToken)
        => session.Bind(Access == StoreAccess.Write ? sql.Records.FindLocked : sql.Records.Find, Tenant.Value, kind, id)
            .FindAsync(row => RowReader.Record(row, kind), cancellationToken);

    protected override async ValueTask<PagedResult<StoredRecord>> QueryCoreAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var rows = await BindPage(query).ListAsync(row => RowReader.Record(row, query.Kind), cancellationToken).ConfigureAwait(false);
        return Page(rows, query.Limit, last => new(query.Slot == 0 ? last.Id : last.Indexes[query.Slot]!, last.Id));
    }

    protected override async ValueTask PutCoreAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken)
    {
        var ix = record.Indexes;
        var body = RowReader.Bytes(record.Body);
        var put = expectedVersion == 0
            ? session.Bind(sql.Records.Insert, Tenant.Value, record.Kind, record.Id, record.BodyVersion, ix.Slot1, ix.Slot2, ix.Slot3, ix.Slot4, body)
            : session.Bind(sql.Records.Update, Tenant.Value, record.Kind, record.Id, expectedVersion, record.BodyVersion, ix.Slot1, ix.Slot2, ix.Slot3, ix.Slot4, body);
        if (await put.ExecuteAsync(cancellationToken).ConfigureAwait(false) == 0)
        {
            throw new ConcurrencyConflictException(record.Kind, record.Id, expectedVersion);
        }
    }

    protected override async ValueTask RemoveCoreAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken)
    {
        var delete = session.Bind(sql.Records.Delete, Tenant.Value, kind, id, expectedVersion);
        if (await delete.ExecuteAsync(cancellationToken).ConfigureAwait(false) == 0)
        {
            throw new ConcurrencyConflictException(kind, id, expectedVersion);
        }
    }

    protected override async ValueTask<bool> ScheduleCoreAsync(WorkDraft work, CancellationToken cancellationToken)
    {
        var due = StoredInstant.Ceiling(work.DueAt);
        var insert = session.Bind(
            sql.Work.Schedule, Tenant.Value, work.Kind, work.SubjectId, (long)work.Class, due, work.DedupeKey, RowReader.Bytes(work.Payload), work.PayloadVersion);
        return await insert.ExecuteAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    protected override async ValueTask<PagedResult<WorkItem>> QueryWorkCoreAsync(WorkQuery query, CancellationToken cancellationToken)
    {
        var before = query.DueBefore is { } end ? StoredInstant.Ceiling(end) : long.MaxValue;
        var (due, id) = query.Continue is { } token ? PageToken.Parse(token).Numbers : (long.MinValue, 0);
        var text = sql.Work.Page(query.State, query.SubjectId is not null);
        var page = query.SubjectId is null
            ? session.Bind(text, Tenant.Value, query.Kind, before, due, id, query.Limit + 1)
            : session.Bind(text, Tenant.Value, query.SubjectId, query.Kind, before, due, id, query.Limit + 1);
        var rows = await page.ListAsync(RowReader.Work, cancellationToken).ConfigureAwait(false);
        return Page(rows, query.Limit, last => PageToken.OfNumbers(StoredInstant.Floor(last.DueAt), last.Id));
    }

    protected override async ValueTask FinishCoreAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken)
    {
        var finish = outcome switch
        {
            WorkOutcome.Ended ended => session.Bind(sql.Work.Complete, Tenant.Value, lease.WorkId, lease.Fence, Text(ended.SupersededBy)),
            WorkOutcome.RetryAt retry => session.Bind(sql.Work.Retry, Tenant.Value, lease.WorkId, lease.Fence, StoredInstant.Ceiling(retry.DueAt), Text(retry.Error)),
            WorkOutcome.Dead dead => session.Bind(sql.Work.Bury, Tenant.Value, lease.WorkId, lease.Fence, Text(dead.Error)),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
        if (await finish.ExecuteAsync(cancellationToken).ConfigureAwait(false) == 0)
        {
            throw new StaleLeaseException(lease.WorkId, lease.Fence);
        }
    }

    protected override async ValueTask AppendCoreAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        var (actor, at) = (auditEvent.Actor, StoredInstant.Floor(auditEvent.At));
        var insert = session.Bind(
            sql.Audit.Append, Tenant.Value, at, (long)actor.Kind, actor.Id, actor.Via, auditEvent.Action, auditEvent.SubjectId, Text(auditEvent.Detail));
        await insert.ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async ValueTask<PagedResult<AuditEvent>> QueryAuditCoreAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        var last = query.Continue is { } token ? PageToken.Parse(token).Numbers.First : query.Descending ? long.MaxValue : 0;
        var page = query.SubjectId is null
            ? session.Bind(query.Descending ? sql.Audit.PageDown : sql.Audit.Page, Tenant.Value, query.Action, last, query.Limit + 1)
            : session.Bind(query.Descending ? sql.Audit.PageOfSubjectDown : sql.Audit.PageOfSubject, Tenant.Value, query.SubjectId, query.Action, last, query.Limit + 1);
        var rows = await page.ListAsync(RowReader.Audit, cancellationToken).ConfigureAwait(false);
        return Page(rows, query.Limit, entry => PageToken.OfNumbers(entry.Sequence, 0));
    }

    protected static string? Text(string? text) => text is null ? null : SafeText.From(text).Value;

    // One row more than asked for was read: it says whether there is a next page.
    private static PagedResult<T> Page<T>(List<T> rows, int limit, Func<T, PageToken> position)
    {
        if (rows.Count <= limit)
        {
            return new(rows, null);
        }

        rows.RemoveAt(limit);
        return new(rows, position(rows[^1]).ToString());
    }

    private Statement BindPage(RecordQuery query)
    {
        var (tenant, kind, limit) = (Tenant.Value, query.Kind, query.Limit + 1);
        PageToken? after = query.Continue is { } token ? PageToken.Parse(token) : null;
        if (query.Descending)
        {
            var (from, to) = (query.From ?? "", after?.Value ?? query.To);
            return to is null
                ? session.Bind(sql.Records.Page(query.Slot, descending: true, bounded: false), tenant, kind, from, limit)
                : session.Bind(sql.Records.Page(query.Slot, descending: true, bounded: true), tenant, kind, from, after?.Id ?? "", to, limit);
        }

        var start = after ?? new PageToken(query.From ?? "", "");
        return query.To is null
            ? session.Bind(sql.Records.Page(query.Slot, descending: false, bounded: false), tenant, kind, start.Value, start.Id, limit)
            : session.Bind(sql.Records.Page(query.Slot, descending: false, bounded: true), tenant, kind, start.Value, start.Id, query.To, limit);
    }
}
