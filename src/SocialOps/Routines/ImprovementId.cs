using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Routines;

/// <summary>The id of an improvement.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ImprovementId>))]
public readonly record struct ImprovementId(string Value) : IEntityId<ImprovementId>
{
    /// <inheritdoc />
    public static ImprovementId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
