using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.People;

/// <summary>The name of a skill that a person has and a duty may ask for.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<SkillId>))]
public readonly record struct SkillId(string Value) : IEntityId<SkillId>
{
    /// <inheritdoc />
    public static SkillId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
