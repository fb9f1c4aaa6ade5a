using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Guidelines;

/// <summary>The name of a guideline document.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<GuidelineId>))]
public readonly record struct GuidelineId(string Value) : IEntityId<GuidelineId>
{
    /// <inheritdoc />
    public static GuidelineId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
