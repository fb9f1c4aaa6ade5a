using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Channels;

/// <summary>The name of a client's account on a network.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ChannelAccountId>))]
public readonly record struct ChannelAccountId(string Value) : IEntityId<ChannelAccountId>
{
    /// <inheritdoc />
    public static ChannelAccountId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
