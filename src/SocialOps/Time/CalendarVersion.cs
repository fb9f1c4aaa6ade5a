using NodaTime;

namespace SocialOps.Time;

/// <summary>One version of a calendar's hours; it holds until the next one begins.</summary>
/// <param name="EffectiveFrom">Since when it holds, the instant included; <see langword="null"/> for the beginning of time, which the first version and no other has.</param>
/// <param name="Definition">The hours.</param>
public sealed record CalendarVersion(Instant? EffectiveFrom, CalendarDefinition Definition)
{
    /// <summary>A version that holds from the start of a date in its own zone.</summary>
    /// <param name="date">The first date.</param>
    /// <param name="definition">The hours.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static CalendarVersion From(LocalDate date, CalendarDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(TimeZones.Resolve(date.AtMidnight(), TimeZones.Get(definition.Zone)), definition);
    }
}
