using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Testing.Stores;

/// <summary>A store under test. Its author derives from it; each case gets a new one with an empty store and disposes it.</summary>
public abstract class StoreFixture : IAsyncDisposable
{
    /// <summary>The store.</summary>
    public abstract IStore Store { get; }

    /// <summary>The queue of the same rows.</summary>
    public abstract IWorkQueue Queue { get; }

    /// <summary>Lets the store's lease time pass: advance the fake time it was given, or move the ends of its leases.</summary>
    /// <param name="length">How long; seconds to minutes.</param>
    public abstract ValueTask PassLeaseTimeAsync(Duration length);

    /// <summary>Closes the store and opens it again on the same rows; <see cref="Store"/> and <see cref="Queue"/> may be others afterwards.</summary>
    /// <returns><see langword="false"/> when nothing outlives the store; only one with <see cref="StoreDurability.None"/> may say so.</returns>
    public virtual ValueTask<bool> ReopenAsync() => new(false);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
