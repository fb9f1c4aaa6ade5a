using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Content;

/// <summary>A content item: one thing to say, on one or more channels.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ContentItemId>))]
public readonly record struct ContentItemId(string Value) : IEntityId<ContentItemId>
{
    /// <inheritdoc />
    public static ContentItemId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
