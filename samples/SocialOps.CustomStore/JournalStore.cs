using System.Collections.Immutable;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.CustomStore;

/// <summary>
/// A small store for one process: the whole state in memory, every commit a line of one journal file, replayed when the store is opened. Every list is searched from end to end and
/// the file grows until the store is opened again: good for thousands of rows, not for a hundred thousand. Thread-safe; one writer at a time, readers never wait.
/// </summary>
/// <param name="path">The journal; it is made when there is none. On a local disk: its durability is the file system's own, after its flush.</param>
/// <param name="time">The host's one source of time; leases follow its monotonic clock.</param>
public sealed class JournalStore(string path, TimeProvider time) : IStore, IStoreTraces, IWorkQueue, IDisposable
{
    private readonly LeaseClock _leases = new(time);
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile ImmutableSortedDictionary<string, TenantRows> _tenants = ImmutableSortedDictionary.Create<string, TenantRows>(Utf8Order.Instance);
    private volatile Journal? _journal;
    private string _lastServed = "";

    /// <inheritdoc />
    public StoreDurability Durability => StoreDurability.PowerLoss;

    /// <inheritdoc />
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => _journal is not null ? ValueTask.CompletedTask : AloneAsync(Open, cancellationToken);

    /// <inheritdoc />
    public ValueTask ClearTracesAsync(CancellationToken cancellationToken = default) => AloneAsync(
        () =>
        {
            _journal?.Dispose();
            _journal = null;
            Open();
        },
        cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (access == StoreAccess.Write)
        {
            await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new JournalTransaction(this, tenant, access);
    }

    /// <inheritdoc />
    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(request);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        ClaimResult? result = null;
        await AloneAsync(
            () =>
            {
                var taken = Claim.Take(request, _tenants, _lastServed, _leases.Now);
                Write([.. taken.Select(item => new Change.Worked(item.Tenant, item, _leases.After(request.LeaseLength)))]);
                _lastServed = taken is [.., var last] ? last.Tenant.Value : _lastServed;
                result = new(taken, Claim.NextDueAt(request, _tenants, _leases.Now));
            },
            cancellationToken).ConfigureAwait(false);
        return result!;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        ArgumentNullException.ThrowIfNull(leases);
        StoreArguments.CheckLease(length);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        List<Change.Worked> current = [];
        await AloneAsync(
            () =>
            {
                current.AddRange(leases.Select(Read(tenant).FindCurrent).OfType<Change.Worked>().Select(row => row with { LeaseUntil = _leases.After(length) }));
                Write(current);
            },
            cancellationToken).ConfigureAwait(false);
        return [.. current.Select(row => row.Item.Lease)];
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _journal?.Dispose();
        _writer.Dispose();
    }

    internal TenantRows Read(TenantId tenant) => _tenants.GetValueOrDefault(tenant.Value, TenantRows.Empty);

    /// <summary>On the disk first, then visible. The caller is the only writer.</summary>
    internal void Write(IReadOnlyList<Change> changes)
    {
        if (changes.Count > 0)
        {
            _journal!.Append(changes);
            _tenants = With(_tenants, changes);
        }
    }

    internal void EndWrite() => _writer.Release();

    private static ImmutableSortedDictionary<string, TenantRows> With(ImmutableSortedDictionary<string, TenantRows> tenants, IEnumerable<Change> changes)
        => changes.Aggregate(tenants, (all, change) => all.SetItem(change.Tenant.Value, all.GetValueOrDefault(change.Tenant.Value, TenantRows.Empty).With(change)));

    private void Open()
    {
        if (_journal is not null)
        {
            return;
        }

        try
        {
            _journal = Journal.Open(path, changes =>
            {
                _tenants = With(ImmutableSortedDictionary.Create<string, TenantRows>(Utf8Order.Instance), changes);
                return _tenants.SelectMany(t => t.Value.AsChanges(new(t.Key)));
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The journal '{path}' cannot be opened: another process has it, its folder is missing, or this process may not write there. One process at a time may use it.", e);
        }
    }

    private async ValueTask AloneAsync(Action act, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            act();
        }
        finally
        {
            _writer.Release();
        }
    }
}
