using System.Collections.Immutable;
using SocialOps.Serialization;
using SocialOps.Work;

namespace SocialOps.Storage.InMemory;

/// <summary>A work row and the end of its claim; without a claim there is no end.</summary>
internal sealed record WorkRow(WorkItem Item, long? LeaseUntil);

/// <summary>The work rows of one tenant, numbered from 1 without gaps.</summary>
internal sealed record WorkRows(
    ImmutableList<WorkRow> All,
    ImmutableSortedSet<DueKey> ByDue,
    ImmutableSortedSet<QueueKey> Queue,
    ImmutableDictionary<(string Kind, string DedupeKey), long> Keys)
{
    public static WorkRows Empty { get; } = new([], [], [], ImmutableDictionary<(string, string), long>.Empty);

    public WorkRow this[long id] => All[(int)id - 1];

    /// <summary>The rows with the draft added, or the same rows when its dedupe key is taken.</summary>
    public WorkRows Schedule(TenantId tenant, WorkDraft work)
    {
        if (Keys.ContainsKey((work.Kind, work.DedupeKey)))
        {
            return this;
        }

        var dueAt = StoredInstant.ToInstant(StoredInstant.Ceiling(work.DueAt));
        var item = new WorkItem(
            tenant, All.Count + 1, work.Kind, work.SubjectId, work.Class, dueAt, WorkState.Open, 0, 0, work.DedupeKey, work.Payload.ToArray(), work.PayloadVersion, null);
        return this with
        {
            All = All.Add(new(item, null)),
            ByDue = ByDue.Add(Due(item)),
            Queue = Queue.Add(new(item.Class, Due(item))),
            Keys = Keys.Add((work.Kind, work.DedupeKey), item.Id),
        };
    }

    public WorkRows Claim(long id, long leaseUntil)
    {
        var item = this[id].Item;
        return this with { All = All.SetItem((int)id - 1, new(item with { Fence = item.Fence + 1, Attempt = item.Attempt + 1 }, leaseUntil)) };
    }

    public WorkRows Extend(WorkLease lease, long leaseUntil) => this with { All = All.SetItem((int)lease.WorkId - 1, this[lease.WorkId] with { LeaseUntil = leaseUntil }) };

    public bool IsCurrent(WorkLease lease)
        => lease.WorkId >= 1 && lease.WorkId <= All.Count
            && this[lease.WorkId] is { LeaseUntil: not null, Item: { State: WorkState.Open, Fence: var fence } } && fence == lease.Fence;

    public WorkRows Finish(WorkLease lease, WorkOutcome outcome)
    {
        if (!IsCurrent(lease))
        {
            throw new StaleLeaseException(lease.WorkId, lease.Fence);
        }

        var before = this[lease.WorkId].Item;
        var after = outcome switch
        {
            WorkOutcome.Ended ended => before with { State = WorkState.Done, Payload = default, LastError = Text(ended.SupersededBy) },
            WorkOutcome.RetryAt retry => before with { DueAt = StoredInstant.ToInstant(StoredInstant.Ceiling(retry.DueAt)), LastError = Text(retry.Error) },
            WorkOutcome.Dead dead => before with { State = WorkState.Dead, LastError = Text(dead.Error) },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
        var queue = Queue.Remove(new(before.Class, Due(before)));
        return this with
        {
            All = All.SetItem((int)before.Id - 1, new(after, null)),
            ByDue = before.DueAt == after.DueAt ? ByDue : ByDue.Remove(Due(before)).Add(Due(after)),
            Queue = after.State == WorkState.Open ? queue.Add(new(after.Class, Due(after))) : queue,
        };
    }

    private static DueKey Due(WorkItem item) => new(item.DueAt, item.Id);

    private static string? Text(string? text) => text is null ? null : SafeText.From(text).Value;
}
