using System.Collections.Immutable;

namespace SocialOps.Storage.InMemory;

/// <summary>A page of records: a walk along one index.</summary>
internal static class RecordPage
{
    public static PagedResult<StoredRecord> Of(TenantRows rows, RecordQuery query)
    {
        var index = rows.Index;
        var next = Start(index, query);
        var step = query.Descending ? -1 : 1;
        var items = new List<StoredRecord>();
        for (; next >= 0 && next < index.Count && IsInside(index[next], query); next += step)
        {
            if (items.Count == query.Limit)
            {
                var last = index[next - step];
                return new(items, new PageToken(last.Value, last.Id).ToString());
            }

            items.Add(rows.Records[new(query.Kind, index[next].Id)]);
        }

        return new(items, null);
    }

    private static int Start(ImmutableSortedSet<IndexKey> index, RecordQuery query)
    {
        if (query.Continue is { } token)
        {
            var after = PageToken.Parse(token);
            var at = index.IndexOf(new(query.Kind, query.Slot, after.Value, after.Id));
            return query.Descending ? (at < 0 ? ~at : at) - 1 : at < 0 ? ~at : at + 1;
        }

        // No id is empty: this is the place before every id of the value.
        var edge = query.Descending
            ? (query.To is null ? new IndexKey(query.Kind, query.Slot + 1, "", "") : new(query.Kind, query.Slot, query.To, ""))
            : new(query.Kind, query.Slot, query.From ?? "", "");
        return ~index.IndexOf(edge) - (query.Descending ? 1 : 0);
    }

    private static bool IsInside(IndexKey key, RecordQuery query)
        => key.Slot == query.Slot && string.Equals(key.Kind, query.Kind, StringComparison.Ordinal)
            && (query.From is null || Utf8Order.Instance.Compare(key.Value, query.From) >= 0)
            && (query.To is null || Utf8Order.Instance.Compare(key.Value, query.To) < 0);
}
