using NodaTime;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Bugs;

/// <summary>Acknowledged counts as handled: no second clock is kept.</summary>
internal sealed class AcknowledgedIsHandled(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion)
        => transaction.PutAsync(Changed.Of(InboxRecords.Cases, record, c => c with { Clocks = [.. c.Clocks.Where(k => k.Kind != ClockKind.NextAction)] }), expectedVersion);
}

/// <summary>Whatever is delivered last is what an item says, though it is older.</summary>
internal sealed class LastDeliveryWins(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Of(InboxRecords.Items, record, i => i with { TextAt = i.TextAt is null ? null : Instant.FromUtc(2026, 1, 1, 0, 0) }) : null;
}

/// <summary>The engine answers by itself as if there were no wave.</summary>
internal sealed class WaveNotSeen(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id) => kind == ClientCrises.Records.Name ? null : await transaction.FindAsync(kind, id);

    protected override async ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion)
        => await transaction.PutAsync(record, record.Kind == ClientCrises.Records.Name ? (await transaction.FindAsync(record.Kind, record.Id))?.Version ?? 0 : expectedVersion);
}
