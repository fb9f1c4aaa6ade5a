using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Inbox;

/// <summary>A case: what one thread asks of the agency.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<CaseId>))]
public readonly record struct CaseId(string Value) : IEntityId<CaseId>
{
    /// <inheritdoc />
    public static CaseId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
