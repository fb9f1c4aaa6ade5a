using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.People;

/// <summary>The name of a client of the agency.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ClientId>))]
public readonly record struct ClientId(string Value) : IEntityId<ClientId>
{
    /// <inheritdoc />
    public static ClientId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
