using NodaTime;
using SocialOps.Work;

namespace SocialOps.Storage.InMemory;

/// <summary>A record's key within its tenant.</summary>
internal readonly record struct RecordKey(string Kind, string Id);

/// <summary>A record's place in one index; slot 0 is the index of the ids.</summary>
internal readonly record struct IndexKey(string Kind, int Slot, string Value, string Id) : IComparable<IndexKey>
{
    public int CompareTo(IndexKey other)
    {
        var order = string.CompareOrdinal(Kind, other.Kind);
        order = order != 0 ? order : Slot - other.Slot;
        order = order != 0 ? order : Utf8Order.Instance.Compare(Value, other.Value);
        return order != 0 ? order : Utf8Order.Instance.Compare(Id, other.Id);
    }
}

/// <summary>A work row's place among the rows of its tenant.</summary>
internal readonly record struct DueKey(Instant DueAt, long Id) : IComparable<DueKey>
{
    public int CompareTo(DueKey other)
    {
        var order = DueAt.CompareTo(other.DueAt);
        return order != 0 ? order : Id.CompareTo(other.Id);
    }
}

/// <summary>An open work row's place in its queue.</summary>
internal readonly record struct QueueKey(WorkClass Class, DueKey Due) : IComparable<QueueKey>
{
    public int CompareTo(QueueKey other)
    {
        var order = ((int)Class).CompareTo((int)other.Class);
        return order != 0 ? order : Due.CompareTo(other.Due);
    }
}
