using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Inbox;

/// <summary>The id of a proposed reply.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ReplyProposalId>))]
public readonly record struct ReplyProposalId(string Value) : IEntityId<ReplyProposalId>
{
    /// <inheritdoc />
    public static ReplyProposalId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
