using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Work;

/// <summary>Hears of rows that keep failing: somebody has to look.</summary>
internal interface IStuckWork
{
    /// <summary>The row has failed too often; written with its failure.</summary>
    ValueTask OpenAsync(IStoreTransaction transaction, WorkItem work, string error, Instant now, CancellationToken cancellationToken);

    /// <summary>It has succeeded after all.</summary>
    ValueTask CloseAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken);

    /// <summary>Rings for it, outside of any transaction.</summary>
    ValueTask RingAsync(WorkItem work, string error, CancellationToken cancellationToken);
}
