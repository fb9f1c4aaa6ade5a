using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Responses;

/// <summary>The name of a saved reply.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<SavedReplyId>))]
public readonly record struct SavedReplyId(string Value) : IEntityId<SavedReplyId>
{
    /// <inheritdoc />
    public static SavedReplyId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
