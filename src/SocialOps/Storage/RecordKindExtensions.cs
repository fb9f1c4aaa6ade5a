namespace SocialOps.Storage;

/// <summary>The typed way to read and write records.</summary>
public static class RecordKindExtensions
{
    /// <summary>The state with this id, or <see langword="null"/>.</summary>
    public static async ValueTask<Stored<T>?> FindAsync<T>(this IStoreTransaction transaction, RecordKind<T> kind, string id, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(kind);
        var record = await transaction.FindAsync(kind.Name, id, cancellationToken).ConfigureAwait(false);
        return record is null ? null : kind.FromRecord(record);
    }

    /// <summary>The state with this id.</summary>
    /// <exception cref="NotFoundException">There is none in this tenant.</exception>
    public static async ValueTask<Stored<T>> GetAsync<T>(this IStoreTransaction transaction, RecordKind<T> kind, string id, CancellationToken cancellationToken = default)
        where T : class
        => await transaction.FindAsync(kind, id, cancellationToken).ConfigureAwait(false) ?? throw new NotFoundException(kind.Name, id);

    /// <summary>Writes a state.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="kind">The state's kind.</param>
    /// <param name="state">The state.</param>
    /// <param name="expectedVersion">The version that was read; 0 when it must not exist yet.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ConcurrencyConflictException">The record is at another version.</exception>
    public static ValueTask PutAsync<T>(this IStoreTransaction transaction, RecordKind<T> kind, T state, long expectedVersion, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(kind);
        return transaction.PutAsync(kind.ToRecord(state), expectedVersion, cancellationToken);
    }

    /// <summary>One page of states.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="kind">The states' kind; it replaces the query's own.</param>
    /// <param name="query">The range.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async ValueTask<PagedResult<Stored<T>>> QueryAsync<T>(this IStoreTransaction transaction, RecordKind<T> kind, RecordQuery query, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(query);
        var page = await transaction.QueryAsync(query with { Kind = kind.Name }, cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(kind.FromRecord)], page.Next);
    }
}
