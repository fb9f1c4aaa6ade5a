using System.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using SocialOps.Relational;
using SocialOps.Relational.Migrations;
using SocialOps.Relational.Sql;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.PostgreSql;

/// <summary>
/// Keeps everything in a schema of a PostgreSQL database, from version 15 on, for any number of processes on any number of machines: no leader, and no
/// protocol between them. Thread-safe. A writing transaction runs as READ COMMITTED and locks the records that it finds; a reading one runs as REPEATABLE READ,
/// READ ONLY, and never waits. Leases are in the database's time, due instants in the host's; the two clocks are compared at every claim.
/// </summary>
/// <remarks>
/// <para>
/// Audit events of a tenant are numbered in the order in which they become visible, without gaps, so a reader who continues after the last number that it has
/// seen misses none. For this a transaction keeps its events back and writes them last, right before its commit, and transactions of one tenant take turns from
/// there to the end of the commit; what they do before runs side by side. A plain sequence would not do: a number taken early becomes visible late. A transaction
/// that reads audit events after it has appended some takes its turn there already, and others of its tenant wait at their commit until it ends.
/// </para>
/// <para>Work rows are numbered by a sequence of the database: ascending within a transaction, with gaps.</para>
/// </remarks>
/// <param name="options">Where the database is.</param>
/// <param name="time">The host's one source of time.</param>
/// <param name="logger">Where what is worth knowing goes.</param>
/// <exception cref="ArgumentException">An option is out of its bounds; the message names it.</exception>
public sealed class PostgreSqlStore(PostgreSqlStoreOptions options, TimeProvider time, ILogger<PostgreSqlStore>? logger = null) : IStore, IWorkQueue, IAsyncDisposable, IDisposable
{
    private static readonly IReadOnlyList<Migration> Known = Migration.Of("postgresql");
    private readonly PostgreSqlStoreOptions _options = options.Checked();
    private readonly PostgreSqlCatalogue _sql = new(options.Schema);
    private readonly HostClock _clock = new(time, options.MostClockDifference, logger ?? NullLogger<PostgreSqlStore>.Instance);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile Database? _open;
    private string _lastServed = "";
    private bool _disposed;

    /// <summary>What survives a crash; nothing is promised with <see cref="PostgreSqlStoreOptions.AllowUnsafeServer"/>.</summary>
    public StoreDurability Durability => _options.AllowUnsafeServer ? StoreDurability.None : StoreDurability.PowerLoss;

    /// <inheritdoc />
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default) => await GetAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Makes the schema and its tables, or brings them to this release's. Idempotent; of several at once one does it and the others wait. The user needs the right
    /// to create the schema, or must own it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached, is of a later release, or refuses.</exception>
    public ValueTask MigrateAsync(CancellationToken cancellationToken = default) => new Schema(_options, _sql, time).MigrateAsync(cancellationToken);

    /// <summary>What an administrator runs, as the tables' owner, for <see cref="PostgreSqlStoreOptions.RowLevelSecurity"/>: policies, and the user's rights. Running it again is harmless.</summary>
    /// <param name="user">The user that the store connects as: not the owner, no superuser, without BYPASSRLS.</param>
    public string RowSecurityScript(string user)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        return RowSecurity.Script(_options.Schema, user);
    }

    /// <inheritdoc />
    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        var database = await GetAsync(cancellationToken).ConfigureAwait(false);
        return await database.BeginAsync(tenant, access, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Begins a writing transaction of one tenant inside an open one of the host, behind a savepoint named <c>socialops</c>. Committing it keeps it within the host's,
    /// which decides about the whole; without committing it, disposing undoes it. End it before the host's, and do not begin a second one meanwhile.
    /// Once it has appended audit events, other transactions of the tenant wait at their commit until the host's ends: begin it late.
    /// </summary>
    /// <param name="tenant">The only tenant whose rows the transaction sees and writes.</param>
    /// <param name="transaction">An open transaction on the store's database, as READ COMMITTED.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The transaction is over, or has another isolation level.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public async ValueTask<IPostgreSqlStoreTransaction> JoinAsync(TenantId tenant, NpgsqlTransaction transaction, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        ArgumentNullException.ThrowIfNull(transaction);
        if (transaction.Connection is not { } connection || transaction.IsolationLevel != IsolationLevel.ReadCommitted)
        {
            throw new ArgumentException("The host's transaction is over, or its isolation level is not ReadCommitted. Begin it with IsolationLevel.ReadCommitted.", nameof(transaction));
        }

        await GetAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await transaction.SaveAsync(PostgreSqlJoinedTransaction.Savepoint, cancellationToken).ConfigureAwait(false);
            if (_options.RowLevelSecurity)
            {
                await RowSecurity.SetTenantAsync(transaction, tenant, cancellationToken).ConfigureAwait(false);
            }

            return new PostgreSqlJoinedTransaction(tenant, transaction, _sql, new());
        }
        catch (Exception e) when (PostgreSqlErrors.Translate(e, connection) is { } translated)
        {
            throw translated;
        }
    }

    /// <inheritdoc />
    /// <exception cref="StoreUnavailableException">The database cannot be reached, a later release has changed what this one works on, or the database's clock and the host's differ by more than <see cref="PostgreSqlStoreOptions.MostClockDifference"/>.</exception>
    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(request);
        var database = await GetAsync(cancellationToken).ConfigureAwait(false);
        var (result, lastServed) = await database.RunAsync(ClaimAsync, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _lastServed, lastServed);
        return result;

        async ValueTask<(ClaimResult, string)> ClaimAsync(Session session)
        {
            await new Migrator(session, _sql, Known).CheckNeedsAsync(cancellationToken).ConfigureAwait(false);
            await _clock.CheckAsync(async () => (await session.Bind(_sql.Claims.Clock).ListAsync(row => row.GetInt64(0), cancellationToken).ConfigureAwait(false))[0]).ConfigureAwait(false);
            return await new PostgreSqlClaim(session, _sql.Claims, request).TakeAsync(Volatile.Read(ref _lastServed), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        ArgumentNullException.ThrowIfNull(leases);
        StoreArguments.CheckLease(length);
        var database = await GetAsync(cancellationToken).ConfigureAwait(false);
        return await database.RunAsync(ExtendAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(Session session)
            => await session.Bind(_sql.Claims.Extend, tenant.Value, Leases.Json(leases), Leases.Microseconds(length))
                .ListAsync(row => new WorkLease(row.GetInt64(0), row.GetInt64(1)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections that are not in use; the others close when their transactions end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            _disposed = true;
            if (_open is { } database)
            {
                _open = null;
                await database.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>The same as <see cref="DisposeAsync"/>, for a container that is disposed without waiting; it blocks the thread meanwhile.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private ValueTask<Database> GetAsync(CancellationToken cancellationToken) => _open is { } database ? new(database) : OpenOnceAsync(cancellationToken);

    private async ValueTask<Database> OpenOnceAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _open ??= await Database.OpenAsync(_options, new(_options, _sql, time), _sql, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }
}
