using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Escalations;

/// <summary>The name of an escalation policy.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<EscalationPolicyId>))]
public readonly record struct EscalationPolicyId(string Value) : IEntityId<EscalationPolicyId>
{
    /// <inheritdoc />
    public static EscalationPolicyId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
