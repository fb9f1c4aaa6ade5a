using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Inbox;

/// <summary>One decision about an item of somebody else's: to hide, delete, block or report it.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ModerationId>))]
public readonly record struct ModerationId(string Value) : IEntityId<ModerationId>
{
    /// <inheritdoc />
    public static ModerationId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
