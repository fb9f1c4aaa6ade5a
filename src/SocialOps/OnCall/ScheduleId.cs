using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.OnCall;

/// <summary>The name of an on-call schedule.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ScheduleId>))]
public readonly record struct ScheduleId(string Value) : IEntityId<ScheduleId>
{
    /// <inheritdoc />
    public static ScheduleId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
