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

    /// <summary>Tells people of rows that wait for a release later than this one, and takes it back when there are none.</summary>
    /// <param name="transaction">Where it is written.</param>
    /// <param name="known">The kinds that this release knows, each with the highest payload version.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    ValueTask LookForLaterAsync(IStoreTransaction transaction, IReadOnlyDictionary<string, int> known, Instant now, CancellationToken cancellationToken);

    /// <summary>Rings for it, outside of any transaction.</summary>
    ValueTask RingAsync(WorkItem work, string error, CancellationToken cancellationToken);
}
