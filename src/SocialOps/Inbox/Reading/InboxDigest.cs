using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>What has come in for a client over a span, all networks in one view (requirement 1.13).</summary>
/// <param name="Client">The client.</param>
/// <param name="Span">From when to when, half-open, by arrival.</param>
/// <param name="Networks">One line a network, the busiest first.</param>
public sealed record InboxDigest(ClientId Client, Interval Span, IReadOnlyList<NetworkDigest> Networks)
{
    /// <summary>Items in all.</summary>
    public int Items => Networks.Sum(n => n.Items);

    /// <summary>Cases that are open now.</summary>
    public int Open => Networks.Sum(n => n.Open);

    /// <summary>Adds items and their cases up. Pure; the order does not matter.</summary>
    /// <param name="client">The client.</param>
    /// <param name="span">The span.</param>
    /// <param name="items">The items that came in it.</param>
    /// <param name="cases">The cases that they belong to, as they stand now, each once.</param>
    public static InboxDigest Of(ClientId client, Interval span, IReadOnlyCollection<InboundItem> items, IReadOnlyCollection<Case> cases)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(cases);
        var lines =
            from item in items
            group item by item.Network into network
            let its = cases.Where(c => c.Network == network.Key).ToList()
            orderby network.Count() descending, network.Key
            select new NetworkDigest(
                network.Key,
                network.Count(),
                network.Select(i => i.Author).Distinct(StringComparer.Ordinal).Count(),
                network.GroupBy(i => i.Classification.Category).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
                its.Count(c => c.ClosedAt is null),
                its.Sum(c => c.Replies),
                its.Sum(c => c.ClocksBreached),
                its.Where(c => c.ClosedAt is null).Select(c => (Instant?)c.OpenedAt).Min(),
                its.Count == 0 ? WaveLevel.Calm : its.Max(c => c.Alarm.Level));
        return new(client, span, [.. lines]);
    }
}

/// <summary>One network's line of a digest.</summary>
/// <param name="Network">The network.</param>
/// <param name="Items">Items that came.</param>
/// <param name="Authors">Different authors.</param>
/// <param name="Categories">Items by category, the most frequent first.</param>
/// <param name="Open">Cases of these items that are open now.</param>
/// <param name="Replies">Replies that were published in them.</param>
/// <param name="Breached">Promises that were not kept in them.</param>
/// <param name="OldestOpen">Since when the oldest of the open ones is open.</param>
/// <param name="Wave">The highest wave level now.</param>
public sealed record NetworkDigest(string Network, int Items, int Authors, IReadOnlyDictionary<Category, int> Categories, int Open, int Replies, int Breached, Instant? OldestOpen, WaveLevel Wave);
