using NodaTime;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Bugs;

/// <summary>Finishing a row asks for its id alone: a worker whose lease ran out ends the work of the next one.</summary>
internal sealed class NoFenceOnFinish(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask FinishAsync(IStoreTransaction transaction, WorkLease lease, WorkOutcome outcome)
    {
        var current = await WorkOf(transaction, lease.WorkId);
        await transaction.FinishAsync(current is { State: WorkState.Open } ? current.Lease : lease, outcome);
    }

    private static async ValueTask<WorkItem?> WorkOf(IStoreTransaction transaction, long id)
        => (await transaction.QueryWorkAsync(new WorkQuery(State: null, Limit: 1000))).Items.FirstOrDefault(w => w.Id == id);
}

/// <summary>A row counts as done when a worker gets it, before its effects are kept.</summary>
internal sealed class AcknowledgedAtClaim(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    private readonly Dictionary<long, WorkItem> _given = [];

    public override async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        var result = await base.ClaimAsync(request, cancellationToken);
        foreach (var row in result.Items)
        {
            _given[row.Id] = row;
            await Sound.WriteAsync(row.Tenant, t => t.FinishAsync(row.Lease, WorkOutcome.Done, cancellationToken), cancellationToken);
        }

        return result;
    }

    /// <summary>What is to be tried again becomes another row.</summary>
    protected override async ValueTask FinishAsync(IStoreTransaction transaction, WorkLease lease, WorkOutcome outcome)
    {
        if (outcome is WorkOutcome.RetryAt again)
        {
            var row = _given[lease.WorkId];
            await transaction.ScheduleAsync(new(row.Kind, row.SubjectId, row.Class, again.DueAt, $"{row.DedupeKey}'", row.Payload));
        }
    }
}

/// <summary>An attempt that was left unfinished looks as if it had never begun: it is sent again without looking.</summary>
internal sealed class BlindResend(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Publication(record, p => p.State is PublicationState.Sending or PublicationState.OutcomeUnknown ? p with { State = PublicationState.Scheduled } : p) : null;
}

/// <summary>Two looks that show nothing prove absence at once, though the network may still accept what was sent: every attempt looks a day old.</summary>
internal sealed class NoSettleWindow(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    private static readonly Duration Day = Duration.FromDays(1);

    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Publication(record, p => p.State == PublicationState.OutcomeUnknown ? p with { AttemptedAt = p.AttemptedAt - Day } : p) : null;

    protected override ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion)
        => transaction.PutAsync(Changed.Publication(record, p => p.AttemptedAt < p.CreatedAt ? p with { AttemptedAt = p.AttemptedAt + Day } : p), expectedVersion);
}

/// <summary>The attempt is not kept before the request leaves.</summary>
internal sealed class AttemptNotKept(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    private bool _isAttempt;

    protected override ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion)
    {
        _isAttempt = record.Kind == PublicationRecords.Publications.Name && PublicationRecords.Publications.FromRecord(record).Value.State == PublicationState.Sending;
        return transaction.PutAsync(record, expectedVersion);
    }

    protected override ValueTask CommitAsync(IStoreTransaction transaction)
    {
        var forgets = _isAttempt;
        _isAttempt = false;
        return forgets ? ValueTask.CompletedTask : transaction.CommitAsync();
    }
}

/// <summary>The last writer wins: a record's version is not compared.</summary>
internal sealed class NoVersionCheck(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion)
        => await transaction.PutAsync(record, (await transaction.FindAsync(record.Kind, record.Id))?.Version ?? 0);
}

/// <summary>Rows are given out ten minutes before they are due.</summary>
internal sealed class ClaimsEarly(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    public override ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
        => base.ClaimAsync(request with { Now = request.Now + Duration.FromMinutes(10) }, cancellationToken);
}

/// <summary>Every other digest row is not written: the mailbox believes that one waits.</summary>
internal sealed class ForgetsRows(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    private int _count;

    protected override async ValueTask<bool> ScheduleAsync(IStoreTransaction transaction, WorkDraft work)
        => (work.Kind == "notify" && ++_count % 2 == 0) || await transaction.ScheduleAsync(work);
}

/// <summary>Every twentieth commit is answered before it is kept, and then is not kept: an acknowledgement ahead of the disk.</summary>
internal sealed class AnswersBeforeItKeeps(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    private int _count;

    protected override ValueTask CommitAsync(IStoreTransaction transaction) => ++_count % 20 == 0 ? ValueTask.CompletedTask : transaction.CommitAsync();
}

/// <summary>The natural key is not looked at: an item that is known already is taken in under another one.</summary>
internal sealed class ItemsTwice(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id) => kind == "inbound-item" ? null : await transaction.FindAsync(kind, id);

    protected override async ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion)
    {
        if (record.Kind == "inbound-item" && expectedVersion == 0 && await transaction.FindAsync(record.Kind, record.Id) is not null)
        {
            var again = Inbox.InboxRecords.Items.FromRecord(record).Value;
            record = Inbox.InboxRecords.Items.ToRecord(again with { Id = $"{again.Id}'" });
        }

        await transaction.PutAsync(record, expectedVersion);
    }
}

internal static class Changed
{
    public static StoredRecord Publication(StoredRecord record, Func<Publication, Publication> change) => Of(PublicationRecords.Publications, record, change);

    public static StoredRecord Of<T>(RecordKind<T> kind, StoredRecord record, Func<T, T> change)
        where T : class
        => record.Kind == kind.Name ? kind.ToRecord(change(kind.FromRecord(record).Value)) with { Version = record.Version } : record;
}

/// <summary>A separate rescuer: it looks for rows that a worker has and that seem stuck, and later opens them again by their ids, whatever became of them.</summary>
internal sealed class RescuerById
{
    private readonly Dictionary<long, (Instant SeenAt, WorkItem Row)> _stuck = [];

    public void Act(Engine.History history)
    {
        foreach (var row in history.OpenRows().Where(r => r.Attempt > 0 && r.LastError is null))
        {
            _stuck.TryAdd(row.Id, (history.Time.Now, row));
        }

        foreach (var (id, (seenAt, row)) in _stuck.Where(s => history.Time.Now - s.Value.SeenAt > Duration.FromSeconds(30)).ToList())
        {
            _stuck.Remove(id);
            if (history.Ledger.Writer is null)
            {
                Rescue(history.Inner, row);
            }
        }
    }

    private static void Rescue(InMemoryStore store, WorkItem row)
    {
        var rows = store.Read(TenantId.Default);
        var now = rows.Work[row.Id].Item;
        var open = row with { Fence = now.Fence, DueAt = now.DueAt };
        var work = rows.Work with { All = rows.Work.All.SetItem((int)row.Id - 1, new(open, null)), Queue = rows.Work.Queue.Add(new(open.Class, new(open.DueAt, open.Id))) };
        store.Write(TenantId.Default, rows with { Work = work });
    }
}
