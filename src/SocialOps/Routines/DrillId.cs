using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Routines;

/// <summary>The id of an exercise.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<DrillId>))]
public readonly record struct DrillId(string Value) : IEntityId<DrillId>
{
    /// <inheritdoc />
    public static DrillId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
