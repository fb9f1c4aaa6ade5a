using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>A connector under test and the network behind it, or what stands for it. Its author derives from it; each case gets a new one and disposes it.</summary>
public abstract class ConnectorFixture : IAsyncDisposable
{
    /// <summary>The connector.</summary>
    public abstract IPublisher Publisher { get; }

    /// <summary>A request as the library would make it; override it where the network wants an account, a kind of text, or an item that a reply can answer.</summary>
    /// <param name="key">The idempotency key: 52 characters of base32.</param>
    /// <param name="text">The text.</param>
    /// <param name="inReplyTo">What it answers, or <see langword="null"/>.</param>
    public virtual PublishRequest Request(string key, string text, string? inReplyTo = null)
        => new(TenantId.Default, new("account"), Publisher.Network == "*" ? "generic" : Publisher.Network, key, text, inReplyTo);

    /// <summary>What stands on the network now, oldest first, read behind the connector's back.</summary>
    public abstract ValueTask<IReadOnlyList<NetworkPost>> PostsAsync();

    /// <summary>Lets the next request meet a fault; never called for one that the declaration rules out.</summary>
    public abstract ValueTask ProvokeAsync(NetworkFault fault);

    /// <summary>Lets time pass until everything that the network accepts late is there.</summary>
    public virtual ValueTask SettleAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}

/// <summary>A post as it stands on the network.</summary>
/// <param name="ExternalId">The network's id of it.</param>
/// <param name="Text">Its text, exactly.</param>
/// <param name="InReplyTo">What it answers, or <see langword="null"/>.</param>
public sealed record NetworkPost(string ExternalId, string Text, string? InReplyTo = null);
