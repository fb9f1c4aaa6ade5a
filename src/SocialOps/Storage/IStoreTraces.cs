namespace SocialOps.Storage;

/// <summary>A store that keeps the bytes of what was overwritten for a while, e.g. in a log, and can let go of them: asked after an erasure. Thread-safe.</summary>
public interface IStoreTraces
{
    /// <summary>Removes what the store's own files still hold of rows that were overwritten or removed. Backups and copies made by others are not reached.</summary>
    /// <exception cref="StoreUnavailableException">Something that reads kept it from doing so; ask again.</exception>
    ValueTask ClearTracesAsync(CancellationToken cancellationToken = default);
}
