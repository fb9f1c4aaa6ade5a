using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SocialOps.Relational.Sql;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Sqlite;

/// <summary>
/// Keeps everything in one SQLite file, safe against the process's death and power loss. One store in one process has the file; a second one is refused with
/// the holder's process id. Thread-safe: writing transactions take turns, reading ones never wait. A commit returns when the disk has it, on the caller's thread.
/// </summary>
/// <param name="options">Where the file is.</param>
/// <param name="time">The host's one source of time; leases follow its monotonic clock.</param>
/// <param name="logger">Where what is worth knowing at opening goes.</param>
/// <exception cref="ArgumentException">An option is out of its bounds; the message names it.</exception>
public sealed class SqliteStore(SqliteStoreOptions options, TimeProvider time, ILogger<SqliteStore>? logger = null) : IStore, IStoreTraces, IWorkQueue, IAsyncDisposable, IDisposable
{
    private readonly SqliteStoreOptions _options = options.Checked();
    private readonly LeaseClock _leases = new(time);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile OpenDatabase? _open;
    private string _lastServed = "";
    private bool _disposed;

    /// <inheritdoc />
    public StoreDurability Durability => StoreDurability.PowerLoss;

    /// <inheritdoc />
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default) => await GetAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        var database = await GetAsync(cancellationToken).ConfigureAwait(false);
        if (access == StoreAccess.Read)
        {
            return database.Read(tenant);
        }

        await database.Writer.BeginAsync(cancellationToken).ConfigureAwait(false);
        return new SqliteWriteTransaction(tenant, database.Writer);
    }

    /// <inheritdoc />
    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(request);
        var writer = (await GetAsync(cancellationToken).ConfigureAwait(false)).Writer;
        await writer.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (result, lastServed) = await new SqliteClaim(writer.Session, request, _leases).TakeAsync(_lastServed, cancellationToken).ConfigureAwait(false);
            writer.Commit();
            _lastServed = lastServed;
            return result;
        }
        finally
        {
            writer.End();
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        ArgumentNullException.ThrowIfNull(leases);
        StoreArguments.CheckLease(length);
        var writer = (await GetAsync(cancellationToken).ConfigureAwait(false)).Writer;
        await writer.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var current = new List<WorkLease>(leases.Count);
            foreach (var lease in leases)
            {
                var extend = writer.Session.Bind(SqliteCatalogue.Instance.Claims.Extend, tenant.Value, lease.WorkId, lease.Fence, _leases.After(length));
                if (await extend.ExecuteAsync(cancellationToken).ConfigureAwait(false) > 0)
                {
                    current.Add(lease);
                }
            }

            writer.Commit();
            return current;
        }
        finally
        {
            writer.End();
        }
    }

    /// <inheritdoc />
    /// <remarks>
    /// Rows are overwritten with zeros where they stood (<c>secure_delete</c>), but copies may stay in the gaps of pages and in the write-ahead log. This writes the file anew (<c>VACUUM</c>) and
    /// empties the log: it takes as long as copying the file and needs twice its room on the disk meanwhile; writers wait.
    /// </remarks>
    public async ValueTask ClearTracesAsync(CancellationToken cancellationToken = default)
        => await (await GetAsync(cancellationToken).ConfigureAwait(false)).Writer.RewriteAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Closes the file; transactions that still run are waited for up to <see cref="SqliteStoreOptions.BusyTimeout"/>. When one does not end, the file stays open
    /// and locked until the process ends, and the next start checks it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            _disposed = true;
            if (_open is { } database)
            {
                _open = null;
                await database.CloseAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>The same as <see cref="DisposeAsync"/>, for a container that is disposed without waiting; it blocks the thread meanwhile.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private ValueTask<OpenDatabase> GetAsync(CancellationToken cancellationToken) => _open is { } database ? new(database) : OpenOnceAsync(cancellationToken);

    private async ValueTask<OpenDatabase> OpenOnceAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _open ??= _options.ReadOnly
                ? await OpenDatabase.OpenReadOnlyAsync(_options, cancellationToken).ConfigureAwait(false)
                : await OpenDatabase.OpenAsync(_options, time, logger ?? NullLogger<SqliteStore>.Instance, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }
}
