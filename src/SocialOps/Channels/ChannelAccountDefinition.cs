namespace SocialOps.Channels;

/// <summary>A client's account on a network.</summary>
/// <param name="Id">The account's name in the definitions.</param>
/// <param name="Network">The network's id: facebook, instagram, x (alias twitter), linkedin, mastodon, bluesky, ... or any other.</param>
/// <param name="Handle">The account's own name on the network, by which its own comments are recognised.</param>
public sealed record ChannelAccountDefinition(ChannelAccountId Id, string Network, string Handle);
