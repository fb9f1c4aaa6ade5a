using System.Collections.Immutable;
using SocialOps.Auditing;

namespace SocialOps.Storage.InMemory;

/// <summary>All rows of one tenant at one moment. Immutable, so that a snapshot is a reference and a commit is the swap of one.</summary>
internal sealed record TenantRows(
    ImmutableDictionary<RecordKey, StoredRecord> Records,
    ImmutableSortedSet<IndexKey> Index,
    WorkRows Work,
    ImmutableList<AuditEvent> Audit)
{
    public static TenantRows Empty { get; } = new(ImmutableDictionary<RecordKey, StoredRecord>.Empty, [], WorkRows.Empty, []);

    public TenantRows Put(StoredRecord record, long expectedVersion)
    {
        var before = Expect(record.Kind, record.Id, expectedVersion);
        var key = new RecordKey(record.Kind, record.Id);
        var kept = record with { Version = expectedVersion + 1, Body = record.Body.ToArray() };
        return this with { Records = Records.SetItem(key, kept), Index = Reindex(before, kept) };
    }

    public TenantRows Remove(string kind, string id, long expectedVersion)
    {
        var before = Expect(kind, id, expectedVersion) ?? throw new ConcurrencyConflictException(kind, id, expectedVersion);
        return this with { Records = Records.Remove(new(kind, id)), Index = Reindex(before, null) };
    }

    public TenantRows Append(AuditEvent auditEvent) => this with { Audit = Audit.Add(auditEvent with { Sequence = Audit.Count + 1 }) };

    private static string? ValueOf(StoredRecord? record, int slot) => slot == 0 ? record?.Id : record?.Indexes[slot];

    private StoredRecord? Expect(string kind, string id, long expectedVersion)
    {
        var before = Records.GetValueOrDefault(new(kind, id));
        return (before?.Version ?? 0) == expectedVersion ? before : throw new ConcurrencyConflictException(kind, id, expectedVersion);
    }

    private ImmutableSortedSet<IndexKey> Reindex(StoredRecord? before, StoredRecord? after)
    {
        var index = Index;
        var (kind, id) = ((before ?? after)!.Kind, (before ?? after)!.Id);
        for (var slot = 0; slot <= RecordIndexes.Count; slot++)
        {
            var (old, value) = (ValueOf(before, slot), ValueOf(after, slot));
            if (string.Equals(old, value, StringComparison.Ordinal))
            {
                continue;
            }

            index = old is null ? index : index.Remove(new(kind, slot, old, id));
            index = value is null ? index : index.Add(new(kind, slot, value, id));
        }

        return index;
    }
}
