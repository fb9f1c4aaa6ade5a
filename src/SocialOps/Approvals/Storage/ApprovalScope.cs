using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>One tenant's way to the store: a lost race is run again on what the winner left.</summary>
internal sealed class ApprovalScope(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, ApprovalUnit unit)
{
    private const int Tries = 20;

    public TenantId Tenant => tenant;

    public ApprovalUnit Unit => unit;

    public Instant Now() => clock.Now();

    public ValueTask<T> ReadAsync<T>(Func<IStoreTransaction, ValueTask<T>> read, CancellationToken cancellationToken) => store.ReadAsync(tenant, read, cancellationToken);

    public async ValueTask<T> WriteAsync<T>(Func<IStoreTransaction, Instant, ValueTask<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await store.WriteAsync(tenant, t => write(t, clock.Now()), cancellationToken).ConfigureAwait(false);
                signal.Ring();
                return result;
            }
            catch (ConcurrencyConflictException) when (attempt < Tries)
            {
                // Somebody else was first: decide anew on what they left.
            }
        }
    }
}
