using NodaTime;

namespace SocialOps.Inbox;

/// <summary>An item is what its facts say, in whatever order they come (reliability F16): the newest text, the highest counters, and whether it was withdrawn.</summary>
internal static class ItemFold
{
    /// <summary>One more fact about an item that is known.</summary>
    public static InboundItem With(this InboundItem item, InboundFact fact)
    {
        var isNewer = fact.TextAt is { } at && (item.TextAt is not { } known || at > known || (at == known && string.CompareOrdinal(fact.Text, item.Text) > 0));
        var next = item with { Counters = item.Counters.Max(fact.Counters), DeletedAt = Later(item.DeletedAt, fact.DeletedAt) };
        if (fact.TextAt is not null)
        {
            next = next with { WrittenAt = item.TextAt is null ? fact.WrittenAt : Instant.Min(item.WrittenAt, fact.WrittenAt) };
        }

        return isNewer ? next with { Text = fact.Text, TextWasChanged = fact.TextWasChanged, TextAt = fact.TextAt, Author = fact.Author } : next;
    }

    private static Instant? Later(Instant? a, Instant? b) => a is { } x && b is { } y ? Instant.Max(x, y) : a ?? b;
}
