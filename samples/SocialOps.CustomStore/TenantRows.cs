using System.Collections.Immutable;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.CustomStore;

/// <summary>All rows of one tenant at one moment. Immutable: a reader keeps the one that it began with, and a commit puts the next in its place.</summary>
internal sealed record TenantRows(
    ImmutableDictionary<RecordKey, StoredRecord> Records,
    ImmutableDictionary<long, Change.Worked> Work,
    ImmutableHashSet<(string Kind, string DedupeKey)> Keys,
    ImmutableList<AuditEvent> Events)
{
    public static TenantRows Empty { get; } = new(
        ImmutableDictionary<RecordKey, StoredRecord>.Empty, ImmutableDictionary<long, Change.Worked>.Empty, [], []);

    public TenantRows With(Change change) => change switch
    {
        Change.Put put => this with { Records = Records.SetItem(new(put.Record.Kind, put.Record.Id), put.Record) },
        Change.Removed removed => this with { Records = Records.Remove(removed.Key) },
        Change.Worked work => this with { Work = Work.SetItem(work.Item.Id, work), Keys = Keys.Add((work.Item.Kind, work.Item.DedupeKey)) },
        Change.Appended appended => this with { Events = Events.Add(appended.Event) },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    /// <summary>The row that this claim holds, or <see langword="null"/> when it has ended or another claim came after it.</summary>
    public Change.Worked? FindCurrent(WorkLease lease)
        => Work.GetValueOrDefault(lease.WorkId) is { LeaseUntil: not null, Item: { State: WorkState.Open, Fence: var fence } } row && fence == lease.Fence ? row : null;

    /// <summary>The changes that lead from nothing to these rows.</summary>
    public IEnumerable<Change> AsChanges(TenantId tenant)
        => Records.Values.Select(Change (r) => new Change.Put(tenant, r)).Concat(Work.Values).Concat(Events.Select(e => new Change.Appended(tenant, e)));
}
