using Npgsql;
using SocialOps.Auditing;
using SocialOps.Relational;
using SocialOps.Relational.Sql;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.PostgreSql;

/// <summary>
/// Locks the rows that it finds. Its audit events are written last, right before the commit, under the tenant's lock: so their numbers ascend without gaps in
/// the order in which they become visible, and a lock that is taken last, and waits for nothing, can block nobody for long.
/// </summary>
internal abstract class PostgreSqlWriteTransaction(TenantId tenant, NpgsqlTransaction transaction, PostgreSqlCatalogue sql, TouchedRow touched)
    : PostgreSqlTransaction(tenant, StoreAccess.Write, transaction, sql, touched)
{
    private readonly List<AuditEvent> _appended = [];

    protected override ValueTask<StoredRecord?> FindCoreAsync(string kind, string id, CancellationToken cancellationToken)
    {
        Touched.Set(kind, id, 0);
        return base.FindCoreAsync(kind, id, cancellationToken);
    }

    protected override ValueTask PutCoreAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken)
    {
        Touched.Set(record.Kind, record.Id, expectedVersion);
        return base.PutCoreAsync(record, expectedVersion, cancellationToken);
    }

    protected override ValueTask RemoveCoreAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken)
    {
        Touched.Set(kind, id, expectedVersion);
        return base.RemoveCoreAsync(kind, id, expectedVersion, cancellationToken);
    }

    protected override ValueTask<bool> ScheduleCoreAsync(WorkDraft work, CancellationToken cancellationToken)
    {
        Touched.Set(work.Kind, work.DedupeKey, 0);
        return base.ScheduleCoreAsync(work, cancellationToken);
    }

    protected override ValueTask AppendCoreAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        _appended.Add(auditEvent);
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<PagedResult<AuditEvent>> QueryAuditCoreAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await WriteAuditAsync(cancellationToken).ConfigureAwait(false);
        return await base.QueryAuditCoreAsync(query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what is left to be written, and makes sure that the transaction can still be committed.</summary>
    /// <returns>The transaction's number; <see langword="null"/> when it has written nothing.</returns>
    /// <exception cref="StoreUnavailableException">A statement failed before; the server would take a commit as a rollback without a word.</exception>
    protected async ValueTask<string?> CompleteAsync(CancellationToken cancellationToken)
    {
        Touched.ThrowIfLost();
        await WriteAuditAsync(cancellationToken).ConfigureAwait(false);
        return await Session.Bind(Sql.Outcomes.Current).FindAsync(row => row.GetString(0), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WriteAuditAsync(CancellationToken cancellationToken)
    {
        if (_appended.Count == 0)
        {
            return;
        }

        // A statement of its own: the ones after it see what the holders before have committed.
        await Session.Bind(Sql.Numbers.Lock, Tenant.Value).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        await Session.Bind(Sql.Numbers.AppendAll, Tenant.Value, Json(_appended)).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        _appended.Clear();
    }

    private static string Json(List<AuditEvent> events) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            json.WriteStartObject();
            json.WriteNumber("n", i + 1);
            json.WriteNumber("at", StoredInstant.Floor(e.At));
            json.WriteNumber("actor_kind", (int)e.Actor.Kind);
            json.WriteString("actor", e.Actor.Id);
            json.WriteString("via", e.Actor.Via);
            json.WriteString("action", e.Action);
            json.WriteString("subject", e.SubjectId);
            json.WriteString("detail", Text(e.Detail));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}

/// <summary>The store's own: commits by itself and gives its connection back.</summary>
internal sealed class PostgreSqlOwnTransaction(TenantId tenant, NpgsqlTransaction transaction, Database database, TouchedRow touched)
    : PostgreSqlWriteTransaction(tenant, transaction, database.Sql, touched)
{
    protected override async ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        var number = await CompleteAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // From here on nothing is cancelled: the outcome would be unknown.
            await Transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (number is not null && (PostgreSqlErrors.IsLost(e, Connection) || (e is NpgsqlException error && PostgreSqlErrors.IsUnanswered(error))))
        {
            await database.ConfirmAsync(number, e).ConfigureAwait(false);
        }
        catch (Exception e) when (PostgreSqlErrors.Translate(e, Connection) is { } translated)
        {
            throw translated;
        }
    }

    protected override ValueTask DisposeCoreAsync() => Connection.EndAsync(Transaction);
}

/// <summary>A part of the host's transaction, behind a savepoint: committing it keeps it in there, and the host decides about the whole.</summary>
internal sealed class PostgreSqlJoinedTransaction(TenantId tenant, NpgsqlTransaction transaction, PostgreSqlCatalogue sql, TouchedRow touched)
    : PostgreSqlWriteTransaction(tenant, transaction, sql, touched)
{
    public const string Savepoint = "socialops";
    private bool _kept;

    protected override async ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        await CompleteAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Transaction.ReleaseAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            _kept = true;
        }
        catch (Exception e) when (PostgreSqlErrors.Translate(e, Connection) is { } translated)
        {
            throw translated;
        }
    }

    protected override async ValueTask DisposeCoreAsync()
    {
        if (_kept)
        {
            return;
        }

        try
        {
            await Transaction.RollbackAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The host's transaction is over, or its connection is gone: everything in it is undone, or its end was not waited for.
        }
    }
}
