using NodaTime;

namespace SocialOps.Work;

/// <summary>How workers get work rows, across tenants. A store implements it beside <see cref="Storage.IStore"/>. Thread-safe.</summary>
public interface IWorkQueue
{
    /// <summary>
    /// Takes due rows, oldest due first, in rounds over the tenants so that one tenant's flood does not hold up another's. Each taken row's fence and attempt
    /// rise by one and nobody else gets it until its lease runs out; a row whose lease ran out is simply due again. Two claims never return the same (row, fence).
    /// Committed (durably) when it returns.
    /// </summary>
    ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default);

    /// <summary>Renews leases from now on.</summary>
    /// <returns>The leases that were still current; the others belong to somebody else by now.</returns>
    ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default);
}

/// <summary>What a worker asks for.</summary>
/// <param name="Owner">The worker's name, for people who look at the rows.</param>
/// <param name="Now">The library's clock: rows due at or before it are taken.</param>
/// <param name="LeaseLength">How long the rows are the worker's own, in the store's own time.</param>
/// <param name="Limit">The most rows, 1 to 1,000.</param>
/// <param name="Class">The queue to take from; <see langword="null"/> takes from the most urgent one that has due rows.</param>
/// <param name="Kinds">The kinds that the worker can handle, each with the highest payload version that it knows; other rows are left for others.</param>
public sealed record ClaimRequest(string Owner, Instant Now, Duration LeaseLength, int Limit, WorkClass? Class, IReadOnlyDictionary<string, int> Kinds);

/// <summary>What a worker got.</summary>
/// <param name="Items">The rows, claimed; ordered by (due, id) within a tenant.</param>
/// <param name="NextDueAt">When the next row of the asked kinds is due that was not taken and is not leased, if any is known; at or before now when more is due already.</param>
public sealed record ClaimResult(IReadOnlyList<WorkItem> Items, Instant? NextDueAt);
