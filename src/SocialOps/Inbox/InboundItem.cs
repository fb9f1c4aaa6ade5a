using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Inbox;

/// <summary>A comment, message or review as we know it.</summary>
public sealed record InboundItem
{
    /// <summary>The item's id: its place of arrival and the network's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The client it concerns.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The account on which it arrived, where known.</summary>
    public ChannelAccountId? Account { get; init; }

    /// <summary>The network.</summary>
    public required string Network { get; init; }

    /// <summary>The network's own id of the item.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What it is on its network.</summary>
    public ItemKind Kind { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was written, as the network says.</summary>
    public required Instant WrittenAt { get; init; }

    /// <summary>When it was shown to us.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>What it says; safe for every store and renderer.</summary>
    public required string Text { get; init; }

    /// <summary>Something of the text was replaced or cut off; the raw bytes are kept.</summary>
    public bool TextWasChanged { get; init; }

    /// <summary>The version of the text: when it was written or last edited; <see langword="null"/> where only its deletion was shown.</summary>
    public Instant? TextAt { get; init; }

    /// <summary>When it was withdrawn; the text that was shown is kept.</summary>
    public Instant? DeletedAt { get; init; }

    /// <summary>When its author, text and ids were erased; what is left counts on in statistics.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>The thread it belongs to.</summary>
    public required string Thread { get; init; }

    /// <summary>What it is about, with the rules that say so.</summary>
    public required Classification Classification { get; init; }

    /// <summary>What the policy said to do; <see langword="null"/> for items that were taken in before this was kept.</summary>
    public ItemResponse? Response { get; init; }

    /// <summary>The revision of the definitions that labelled it.</summary>
    public required long Revision { get; init; }

    /// <summary>The case that deals with it.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The highest counters seen.</summary>
    public ItemCounters Counters { get; init; }

    /// <summary>What a policy was told of it besides its text.</summary>
    internal ItemFacts FactsForPolicy()
        => new(Network, Kind) { Client = Client, Account = Account, ClientReplies = Response?.ClientReplies == true, CrisisLevel = Response?.CrisisLevel ?? 0 };

    /// <summary>The natural key: the network's own id at the account or client where it arrived (reliability F15).</summary>
    internal static string KeyOf(string place, string network, string externalId) => Bounded($"{place}/{network}/{externalId}");

    /// <summary>Ids have at most 200 characters.</summary>
    internal static string Bounded(string id) => id.Length <= 200 ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}

/// <summary>What the policy said to do with an item when it came, and the facts it was told beside the item's own: with the revision enough to explain it again.</summary>
/// <param name="Pattern">The pattern that was selected, by its key.</param>
/// <param name="Guards">The guards that held, by id.</param>
/// <param name="ClientReplies">The package said that the client answers.</param>
/// <param name="CrisisLevel">The level of the wave that it joined, 0 to 6.</param>
public sealed record ItemResponse(string Pattern, IReadOnlyList<string> Guards, bool ClientReplies, int CrisisLevel);

/// <summary>How far an item has spread.</summary>
/// <param name="Likes">Likes and other reactions.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Shares">Shares.</param>
public readonly record struct ItemCounters(long Likes, long Comments, long Shares)
{
    /// <summary>The higher of each: counters may fall or arrive late.</summary>
    public ItemCounters Max(ItemCounters other) => new(Math.Max(Likes, other.Likes), Math.Max(Comments, other.Comments), Math.Max(Shares, other.Shares));
}
