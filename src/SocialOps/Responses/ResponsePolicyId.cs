using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Responses;

/// <summary>The name of a response policy.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ResponsePolicyId>))]
public readonly record struct ResponsePolicyId(string Value) : IEntityId<ResponsePolicyId>
{
    /// <inheritdoc />
    public static ResponsePolicyId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
