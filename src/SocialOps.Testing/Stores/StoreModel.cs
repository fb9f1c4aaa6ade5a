using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Testing.Stores;

/// <summary>A work row of the model; <see cref="Order"/> stands for the store's number.</summary>
internal sealed record ModelWork(TenantId Tenant, WorkDraft Draft, int Order, Instant DueAt, WorkState State = WorkState.Open, long Fence = 0, string? Error = null, Duration? LeaseUntil = null);

/// <summary>What a store should hold, in the simplest way that can be: plain lists, searched from end to end.</summary>
internal sealed class StoreModel
{
    public Dictionary<(TenantId Tenant, string Kind, string Id), StoredRecord> Records { get; private init; } = [];

    public List<ModelWork> Work { get; private init; } = [];

    public List<(TenantId Tenant, AuditEvent Event)> Events { get; private init; } = [];

    public Duration Elapsed { get; set; }

    public StoreModel Copy() => new() { Records = new(Records), Work = [.. Work], Events = [.. Events], Elapsed = Elapsed };

    public bool Put(TenantId tenant, StoredRecord record, long expectedVersion)
    {
        var key = (tenant, record.Kind, record.Id);
        if (VersionOf(tenant, record.Kind, record.Id) != expectedVersion)
        {
            return false;
        }

        Records[key] = record with { Version = expectedVersion + 1 };
        return true;
    }

    public bool Remove(TenantId tenant, string kind, string id, long expectedVersion)
        => VersionOf(tenant, kind, id) == expectedVersion && Records.Remove((tenant, kind, id));

    public long VersionOf(TenantId tenant, string kind, string id) => Records.TryGetValue((tenant, kind, id), out var record) ? record.Version : 0;

    public List<StoredRecord> Query(TenantId tenant, RecordQuery query)
    {
        string? Value(StoredRecord r) => query.Slot == 0 ? r.Id : r.Indexes[query.Slot];
        var order = Utf8Order.Instance;
        var inside = Records
            .Where(r => r.Key.Tenant == tenant && r.Key.Kind == query.Kind && Value(r.Value) is { } value
                && (query.From is null || order.Compare(value, query.From) >= 0) && (query.To is null || order.Compare(value, query.To) < 0))
            .Select(r => r.Value)
            .OrderBy(Value!, order).ThenBy(r => r.Id, order);
        return query.Descending ? [.. inside.Reverse()] : [.. inside];
    }

    public bool Schedule(TenantId tenant, WorkDraft draft)
    {
        if (Work.Exists(w => w.Tenant == tenant && w.Draft.Kind == draft.Kind && w.Draft.DedupeKey == draft.DedupeKey))
        {
            return false;
        }

        Work.Add(new(tenant, draft, Work.Count, draft.DueAt));
        return true;
    }

    public List<ModelWork> QueryWork(TenantId tenant, WorkQuery query) =>
    [
        .. Work.Where(w => w.Tenant == tenant && (query.State is null || w.State == query.State) && (query.Kind is null || w.Draft.Kind == query.Kind)
                && (query.SubjectId is null || w.Draft.SubjectId == query.SubjectId) && (query.DueBefore is null || w.DueAt < query.DueBefore))
            .OrderBy(w => w.DueAt).ThenBy(w => w.Order)
    ];

    public ModelWork Of(WorkItem item) => Work.Find(w => w.Tenant == item.Tenant && w.Draft.Kind == item.Kind && w.Draft.DedupeKey == item.DedupeKey)
        ?? throw new ConformanceException($"A row was claimed that nobody scheduled: {item.Kind} '{item.DedupeKey}' of tenant {item.Tenant}");

    public void Change(ModelWork before, ModelWork after) => Work[Work.IndexOf(before)] = after;

    public bool Finish(WorkItem claimed, WorkOutcome outcome)
    {
        var row = Of(claimed);
        if (!IsCurrent(claimed))
        {
            return false;
        }

        Change(row, outcome switch
        {
            WorkOutcome.Ended ended => row with { State = WorkState.Done, Error = ended.SupersededBy, LeaseUntil = null },
            WorkOutcome.RetryAt retry => row with { DueAt = retry.DueAt, Error = retry.Error, LeaseUntil = null },
            WorkOutcome.Dead dead => row with { State = WorkState.Dead, Error = dead.Error, LeaseUntil = null },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        });
        return true;
    }

    public bool IsCurrent(WorkItem claimed) => Of(claimed) is { State: WorkState.Open, LeaseUntil: not null } row && row.Fence == claimed.Fence;

    /// <summary>The rows that a worker could get, if they were due.</summary>
    public List<ModelWork> Free(ClaimRequest request) =>
    [
        .. Work.Where(w => w.State == WorkState.Open && !(w.LeaseUntil > Elapsed) && (request.Class is null || w.Draft.Class == request.Class)
                && request.Kinds.TryGetValue(w.Draft.Kind, out var version) && w.Draft.PayloadVersion <= version)
            .OrderBy(w => w.DueAt).ThenBy(w => w.Order)
    ];
}
