using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Readiness.Agreements;

/// <summary>The name of an agreement with a client.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<AgreementId>))]
public readonly record struct AgreementId(string Value) : IEntityId<AgreementId>
{
    /// <inheritdoc />
    public static AgreementId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
