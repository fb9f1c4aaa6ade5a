using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Approvals;

/// <summary>One delegation.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<DelegationId>))]
public readonly record struct DelegationId(string Value) : IEntityId<DelegationId>
{
    /// <inheritdoc />
    public static DelegationId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
