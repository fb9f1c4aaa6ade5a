using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Time;

/// <summary>The name of a business calendar in the agency's definitions.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<CalendarId>))]
public readonly record struct CalendarId(string Value) : IEntityId<CalendarId>
{
    /// <inheritdoc />
    public static CalendarId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
