using System.Collections.Immutable;
using SocialOps.Auditing;

namespace SocialOps.Storage.InMemory;

/// <summary>A page of audit events: a walk along their sequence.</summary>
internal static class AuditPage
{
    public static PagedResult<AuditEvent> Of(ImmutableList<AuditEvent> events, AuditQuery query)
    {
        var items = new List<AuditEvent>();
        var step = query.Descending ? -1 : 1;
        for (var next = Start(query, events.Count); next >= 0 && next < events.Count; next += step)
        {
            var entry = events[next];
            if ((query.SubjectId is not null && !string.Equals(entry.SubjectId, query.SubjectId, StringComparison.Ordinal))
                || (query.Action is not null && !string.Equals(entry.Action, query.Action, StringComparison.Ordinal)))
            {
                continue;
            }

            if (items.Count == query.Limit)
            {
                return new(items, PageToken.OfNumbers(items[^1].Sequence, 0).ToString());
            }

            items.Add(entry);
        }

        return new(items, null);
    }

    /// <summary>Sequences begin at 1: the event of sequence n stands at position n - 1.</summary>
    private static int Start(AuditQuery query, int count) => (query.Continue, query.Descending) switch
    {
        (null, false) => 0,
        (null, true) => count - 1,
        ({ } token, false) => (int)Math.Clamp(PageToken.Parse(token).Numbers.First, 0, int.MaxValue),
        ({ } token, true) => (int)Math.Clamp(PageToken.Parse(token).Numbers.First - 2, -1, count - 1),
    };
}
