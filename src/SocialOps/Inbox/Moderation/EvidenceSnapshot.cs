using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>An item as it stood before something was done to it (requirement 2.22).</summary>
/// <param name="TakenAt">When the snapshot was taken: in the transaction of the decision, before anything reaches the network.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="WrittenAt">When it was written, as the network says.</param>
/// <param name="ReceivedAt">When it was shown to us.</param>
/// <param name="Text">What it said.</param>
/// <param name="Category">What it was labelled as.</param>
/// <param name="Counters">How far it had spread.</param>
public sealed record EvidenceSnapshot(Instant TakenAt, string Author, Instant WrittenAt, Instant ReceivedAt, string Text, Category Category, ItemCounters Counters)
{
    /// <summary>SHA-256 in hex over what it says: each part with its length in front, so that no two snapshots share one.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Parts.Select(p => $"{p.Length}:{p}")))));

    private IEnumerable<string> Parts =>
    [
        IndexText.Of(TakenAt), Author, IndexText.Of(WrittenAt), IndexText.Of(ReceivedAt), Text, Category.ToString(), $"{Counters.Likes}/{Counters.Comments}/{Counters.Shares}",
    ];

    internal static EvidenceSnapshot Of(InboundItem item, Instant now) => new(now, item.Author, item.WrittenAt, item.ReceivedAt, item.Text, item.Classification.Category, item.Counters);
}
