using System.Text.Json.Serialization;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>Where a pattern or a guard applies (requirement 1.9); without anything set: everywhere.</summary>
/// <param name="Client">Only for this client.</param>
/// <param name="Network">Only on this network; an alias counts as its network.</param>
/// <param name="Account">Only on this account; then neither client nor network is set.</param>
public sealed record ResponseScope(ClientId? Client = null, string? Network = null, ChannelAccountId? Account = null)
{
    /// <summary>Everywhere.</summary>
    public static ResponseScope Agency { get; } = new();

    /// <summary>The narrower wins: 4 an account, 3 a client on a network, 2 a client, 1 a network, 0 the agency.</summary>
    [JsonIgnore]
    public int Specificity => this switch
    {
        { Account: not null } => 4,
        { Client: not null, Network: not null } => 3,
        { Client: not null } => 2,
        { Network: not null } => 1,
        _ => 0,
    };

    /// <summary>Whether an item lies within.</summary>
    /// <param name="facts">What is known of the item.</param>
    public bool Covers(ItemFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return (Account is not { } account || facts.Account == account)
            && (Client is not { } client || facts.Client == client)
            && (Network is null || Networks.Canonical(Network) == Networks.Canonical(facts.Network));
    }

    /// <summary>In words, e.g. <c>radhaus on mastodon</c>.</summary>
    public override string ToString() => this switch
    {
        { Account: { } account } => account.Value,
        { Client: { } client, Network: { } network } => $"{client} on {network}",
        { Client: { } client } => client.Value,
        { Network: { } network } => network,
        _ => "everywhere",
    };
}
