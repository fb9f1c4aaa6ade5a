using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Reads all rows under a prefix of an index, however many pages they are.</summary>
internal sealed class Rows(IStoreTransaction transaction, CancellationToken cancellationToken)
{
    /// <summary>The rows whose index value is <c>prefix/...</c>, or exactly <c>prefix</c>.</summary>
    public async ValueTask<IReadOnlyList<Stored<T>>> ListAsync<T>(RecordKind<T> kind, int slot, string prefix, bool exact = false)
        where T : class
    {
        var (found, next) = (new List<Stored<T>>(), (string?)null);
        do
        {
            var query = exact ? new RecordQuery("", slot, prefix, prefix + "\u0001", 1_000, next) : new RecordQuery("", slot, $"{prefix}/", $"{prefix}0", 1_000, next);
            var page = await transaction.QueryAsync(kind, query, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return found;
    }
}
