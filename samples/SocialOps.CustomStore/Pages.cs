using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.CustomStore;

/// <summary>The pages of lists: all rows are looked at, sorted, and begun after the page before.</summary>
internal static class Pages
{
    public static PagedResult<StoredRecord> Of(IEnumerable<StoredRecord> all, RecordQuery query)
    {
        string? Value(StoredRecord r) => query.Slot == 0 ? r.Id : r.Indexes[query.Slot];
        var order = Comparer<PageToken>.Create((a, b) => Utf8Order.Instance.Compare(a.Value, b.Value) is var c and not 0 ? c : Utf8Order.Instance.Compare(a.Id, b.Id));
        var inside = all.Where(r => r.Kind == query.Kind && Value(r) is { } value
            && (query.From is null || Utf8Order.Instance.Compare(value, query.From) >= 0) && (query.To is null || Utf8Order.Instance.Compare(value, query.To) < 0));
        return Of(inside, r => new(Value(r)!, r.Id), order, query.Descending, query.Limit, query.Continue);
    }

    public static PagedResult<WorkItem> Of(IEnumerable<WorkItem> all, WorkQuery query)
        => Of(
            all.Where(w => (query.State is null || w.State == query.State) && (query.Kind is null || w.Kind == query.Kind)
                && (query.SubjectId is null || w.SubjectId == query.SubjectId) && !(w.DueAt >= query.DueBefore)),
            w => PageToken.OfNumbers(StoredInstant.Floor(w.DueAt), w.Id),
            ByNumbers,
            descending: false,
            query.Limit,
            query.Continue);

    public static PagedResult<AuditEvent> Of(IEnumerable<AuditEvent> all, AuditQuery query)
        => Of(
            all.Where(e => (query.SubjectId is null || e.SubjectId == query.SubjectId) && (query.Action is null || e.Action == query.Action)),
            e => PageToken.OfNumbers(e.Sequence, 0),
            ByNumbers,
            query.Descending,
            query.Limit,
            query.Continue);

    private static Comparer<PageToken> ByNumbers { get; } = Comparer<PageToken>.Create((a, b) => a.Numbers.CompareTo(b.Numbers));

    private static PagedResult<T> Of<T>(IEnumerable<T> inside, Func<T, PageToken> place, IComparer<PageToken> order, bool descending, int limit, string? after)
    {
        var sorted = descending ? inside.OrderByDescending(place, order) : inside.OrderBy(place, order);
        var start = after is null ? (PageToken?)null : PageToken.Parse(after);
        var rest = start is not { } from ? sorted : sorted.SkipWhile(item => descending ? order.Compare(place(item), from) >= 0 : order.Compare(place(item), from) <= 0);
        var items = rest.Take(limit + 1).ToList();
        return items.Count <= limit ? new(items, null) : new(items[..limit], place(items[limit - 1]).ToString());
    }
}
