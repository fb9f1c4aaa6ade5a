namespace SocialOps.Storage;

/// <summary>Begin, do, commit, dispose: the one shape of every unit of work.</summary>
internal static class UnitOfWork
{
    /// <summary>Runs in a writing transaction and commits it when the work returns.</summary>
    public static async ValueTask<T> WriteAsync<T>(this IStore store, TenantId tenant, Func<IStoreTransaction, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var transaction = await store.BeginAsync(tenant, StoreAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await work(transaction).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    /// <summary>Runs in a writing transaction and commits it when the work returns.</summary>
    public static async ValueTask WriteAsync(this IStore store, TenantId tenant, Func<IStoreTransaction, ValueTask> work, CancellationToken cancellationToken)
    {
        var transaction = await store.BeginAsync(tenant, StoreAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await work(transaction).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs over one consistent state.</summary>
    public static async ValueTask<T> ReadAsync<T>(this IStore store, TenantId tenant, Func<IStoreTransaction, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var transaction = await store.BeginAsync(tenant, StoreAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await work(transaction).ConfigureAwait(false);
        }
    }
}
