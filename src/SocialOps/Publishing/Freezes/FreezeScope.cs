using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Publishing;

/// <summary>What a freeze holds: one account, one client, or everything of the tenant. Replies are never frozen: in a crisis they are what is needed.</summary>
public readonly record struct FreezeScope
{
    private FreezeScope(string key) => Key = key;

    /// <summary>Everything of the tenant.</summary>
    public static FreezeScope All { get; } = new("all");

    /// <summary>One text for each scope, for keys.</summary>
    public string Key { get; }

    /// <summary>A client's accounts.</summary>
    public static FreezeScope Of(ClientId client) => new($"client/{client}");

    /// <summary>One account.</summary>
    public static FreezeScope Of(ChannelAccountId account) => new($"account/{account}");

    internal static FreezeScope OfKey(string key) => new(key);

    /// <inheritdoc />
    public override string ToString() => Key;
}
