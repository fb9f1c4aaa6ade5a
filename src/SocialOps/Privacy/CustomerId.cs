using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Privacy;

/// <summary>A customer whose handles on several networks a person has put together.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<CustomerId>))]
public readonly record struct CustomerId(string Value) : IEntityId<CustomerId>
{
    /// <inheritdoc />
    public static CustomerId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
