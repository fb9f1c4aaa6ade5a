using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.People;

/// <summary>The name of a person of the agency.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<PersonId>))]
public readonly record struct PersonId(string Value) : IEntityId<PersonId>
{
    /// <inheritdoc />
    public static PersonId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
