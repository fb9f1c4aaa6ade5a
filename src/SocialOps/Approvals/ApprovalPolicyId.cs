using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Approvals;

/// <summary>The name of an approval policy; its versions share it.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ApprovalPolicyId>))]
public readonly record struct ApprovalPolicyId(string Value) : IEntityId<ApprovalPolicyId>
{
    /// <inheritdoc />
    public static ApprovalPolicyId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
