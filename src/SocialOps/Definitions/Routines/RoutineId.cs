using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Definitions;

/// <summary>The id of a routine.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<RoutineId>))]
public readonly record struct RoutineId(string Value) : IEntityId<RoutineId>
{
    /// <inheritdoc />
    public static RoutineId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
