using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Approvals;

/// <summary>One request for approval.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ApprovalRequestId>))]
public readonly record struct ApprovalRequestId(string Value) : IEntityId<ApprovalRequestId>
{
    /// <inheritdoc />
    public static ApprovalRequestId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
