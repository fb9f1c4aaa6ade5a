using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Notifications;

/// <summary>Something that one person is to be told.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<NoticeId>))]
public readonly record struct NoticeId(string Value) : IEntityId<NoticeId>
{
    /// <inheritdoc />
    public static NoticeId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
