namespace SocialOps.Storage;

/// <summary>
/// Where everything is kept. Small on purpose: records with a few indexes, work rows, audit events, and one transaction over all three.
/// A new feature never adds a member here. Implementations are thread-safe; run the conformance suite of SocialOps.Testing against them.
/// </summary>
public interface IStore
{
    /// <summary>What survives a crash.</summary>
    StoreDurability Durability { get; }

    /// <summary>Opens the store: checks its settings, migrates where that is on. Idempotent; every other member opens it first when nobody did.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened; the message names the reason and the way out.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Begins a transaction of one tenant.</summary>
    /// <param name="tenant">The only tenant whose rows the transaction sees and writes.</param>
    /// <param name="access">A read-only transaction sees one consistent state and never waits for a writer; a writing one may be refused at commit by a concurrent change.</param>
    /// <param name="cancellationToken">Stops waiting for the writer.</param>
    /// <returns>Dispose it; without <see cref="IStoreTransaction.CommitAsync"/> nothing of it is kept.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or cannot write.</exception>
    ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default);
}

/// <summary>What a transaction may do.</summary>
public enum StoreAccess
{
    /// <summary>Reads one consistent state.</summary>
    Read,

    /// <summary>Reads and writes.</summary>
    Write,
}

/// <summary>What survives a crash.</summary>
public enum StoreDurability
{
    /// <summary>Nothing: the rows live in this process's memory.</summary>
    None,

    /// <summary>Every committed transaction survives the process's death and a power loss.</summary>
    PowerLoss,
}
