using System.Collections.Immutable;
using SocialOps.Work;

namespace SocialOps.Storage.InMemory;

/// <summary>A page of work rows: a walk along their due instants.</summary>
internal static class WorkPage
{
    public static PagedResult<WorkItem> Of(WorkRows rows, WorkQuery query)
    {
        var items = new List<WorkItem>();
        for (var next = Start(rows.ByDue, query); next < rows.ByDue.Count && !(rows.ByDue[next].DueAt >= query.DueBefore); next++)
        {
            var item = rows[rows.ByDue[next].Id].Item;
            if (!IsMeant(item, query))
            {
                continue;
            }

            if (items.Count == query.Limit)
            {
                var last = items[^1];
                return new(items, PageToken.OfNumbers(StoredInstant.Floor(last.DueAt), last.Id).ToString());
            }

            items.Add(item);
        }

        return new(items, null);
    }

    private static int Start(ImmutableSortedSet<DueKey> order, WorkQuery query)
    {
        if (query.Continue is null)
        {
            return 0;
        }

        var after = PageToken.Parse(query.Continue).Numbers;
        var at = order.IndexOf(new(StoredInstant.ToInstant(after.First), after.Second));
        return at < 0 ? ~at : at + 1;
    }

    private static bool IsMeant(WorkItem item, WorkQuery query)
        => (query.State is null || item.State == query.State)
            && (query.Kind is null || string.Equals(item.Kind, query.Kind, StringComparison.Ordinal))
            && (query.SubjectId is null || string.Equals(item.SubjectId, query.SubjectId, StringComparison.Ordinal));
}
