using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Publishing;

/// <summary>Something that is to be sent, once.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<PublicationId>))]
public readonly record struct PublicationId(string Value) : IEntityId<PublicationId>
{
    /// <inheritdoc />
    public static PublicationId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
