using System.Collections.Immutable;
using SocialOps.Auditing;

namespace SocialOps.Storage.InMemory;

/// <summary>A page of audit events: a walk along their sequence.</summary>
internal static class AuditPage
{
    public static PagedResult<AuditEvent> Of(ImmutableList<AuditEvent> events, AuditQuery query)
    {
        var items = new List<AuditEvent>();
        for (var next = Start(query); next < events.Count; next++)
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

    // Sequences begin at 1, so the last sequence is the next position.
    private static int Start(AuditQuery query) => query.Continue is null ? 0 : (int)Math.Clamp(PageToken.Parse(query.Continue).Numbers.First, 0, int.MaxValue);
}
