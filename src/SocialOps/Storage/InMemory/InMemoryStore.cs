using System.Collections.Immutable;
using NodaTime;
using SocialOps.Work;

namespace SocialOps.Storage.InMemory;

/// <summary>
/// Keeps everything in this process's memory: for trying out, for tests and for simulations. Nothing survives the process. Thread-safe;
/// one writing transaction at a time, the next waits without a limit; reading ones never wait.
/// </summary>
/// <param name="time">The host's one source of time; leases follow its monotonic clock.</param>
public sealed class InMemoryStore(TimeProvider time) : IStore, IWorkQueue, IDisposable
{
    private readonly LeaseClock _leases = new(time);
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile ImmutableSortedDictionary<string, TenantRows> _tenants = ImmutableSortedDictionary.Create<string, TenantRows>(Utf8Order.Instance);
    private string _lastServed = "";

    /// <inheritdoc />
    public StoreDurability Durability => StoreDurability.None;

    /// <inheritdoc />
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        if (access == StoreAccess.Write)
        {
            await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new InMemoryTransaction(this, tenant, access);
    }

    /// <inheritdoc />
    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(request);
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var claim = new Claim(request, _tenants, _leases.Now, _leases.After(request.LeaseLength));
            var result = claim.Take(ref _lastServed);
            _tenants = claim.Tenants;
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
    {
        StoreArguments.Check(tenant);
        ArgumentNullException.ThrowIfNull(leases);
        StoreArguments.CheckLease(length);
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = Read(tenant);
            var until = _leases.After(length);
            var current = new List<WorkLease>(leases.Count);
            foreach (var lease in leases)
            {
                if (rows.Work.IsCurrent(lease))
                {
                    rows = rows with { Work = rows.Work.Extend(lease, until) };
                    current.Add(lease);
                }
            }

            Write(tenant, rows);
            return current;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Ends the store; its rows are gone with it.</summary>
    public void Dispose() => _writer.Dispose();

    internal TenantRows Read(TenantId tenant) => _tenants.GetValueOrDefault(tenant.Value, TenantRows.Empty);

    internal void Write(TenantId tenant, TenantRows rows) => _tenants = _tenants.SetItem(tenant.Value, rows);

    internal void EndWrite() => _writer.Release();
}
