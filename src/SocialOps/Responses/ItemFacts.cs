using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>What is known of an item besides its text.</summary>
/// <param name="Network">The network it stands on; an alias counts as its network.</param>
/// <param name="Kind">What it is there.</param>
public sealed record ItemFacts(string Network, ItemKind Kind = ItemKind.Comment)
{
    /// <summary>The client it concerns, where known.</summary>
    public ClientId? Client { get; init; }

    /// <summary>The account on which it arrived, where known.</summary>
    public ChannelAccountId? Account { get; init; }

    /// <summary>The client's package says that the client answers (requirement 0.9).</summary>
    public bool ClientReplies { get; init; }

    /// <summary>How high the wave is to which it belongs, 0 to 6.</summary>
    public int CrisisLevel { get; init; }
}
