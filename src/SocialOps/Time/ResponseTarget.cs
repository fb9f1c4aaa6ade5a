using System.Text.Json.Serialization;
using NodaTime;

namespace SocialOps.Time;

/// <summary>By when something must have happened, counted from a start over a calendar.</summary>
/// <remarks>Pure and thread-safe. Local times are read in the calendar's zone: a skipped one is the first instant after the gap, an ambiguous one the earlier instant.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Within), "within")]
[JsonDerivedType(typeof(SameDayBy), "sameDayBy")]
[JsonDerivedType(typeof(BusinessDays), "businessDays")]
public abstract record ResponseTarget
{
    private ResponseTarget()
    {
    }

    /// <summary>Whether the target counts elapsed time towards a moment, rather than open time.</summary>
    [JsonIgnore]
    public bool IsDated => this is not Within;

    /// <summary>The deadline of this target for something that starts at an instant; <see langword="null"/> when there is none within 20 years.</summary>
    /// <param name="calendar">Whose open time and whose local time count.</param>
    /// <param name="start">The start, open or closed.</param>
    /// <param name="boundary">When open time that is used up exactly at closing is due.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not greater than zero, or the start lies outside <see cref="BusinessCalendar.Range"/>.</exception>
    public Instant? DeadlineFrom(BusinessCalendar calendar, Instant start, DeadlineBoundary boundary = DeadlineBoundary.EndOfInterval)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return this switch
        {
            Within within => calendar.Add(start, Positive(within.OpenTime), boundary),
            SameDayBy by => DatedTargets.FirstTime(calendar.Zone, start, by.Time, by.AtLeast),
            BusinessDays days => DatedTargets.DaysLater(calendar, start, Positive(days.Days)),
            _ => throw new NotSupportedException($"{GetType().Name} is not a known target."),
        };
    }

    private static Duration Positive(Duration openTime)
        => openTime > Duration.Zero ? openTime : throw new ArgumentOutOfRangeException(nameof(openTime), openTime, "A target is greater than zero.");

    private static int Positive(int days)
        => days > 0 ? days : throw new ArgumentOutOfRangeException(nameof(days), days, "A target is one business day or more.");

    /// <summary>Within so much open time.</summary>
    /// <param name="OpenTime">Greater than zero.</param>
    public sealed record Within(Duration OpenTime) : ResponseTarget;

    /// <summary>By the first such local time (in the calendar's zone) that leaves at least so much elapsed time (requirement 0.12: "the same day by 20:00").</summary>
    /// <param name="Time">The local time.</param>
    /// <param name="AtLeast">The least elapsed time between start and deadline.</param>
    public sealed record SameDayBy(LocalTime Time, Duration AtLeast) : ResponseTarget;

    /// <summary>By the same local time so many days of coverage later: only dates with open time count, the start's own never does.</summary>
    /// <param name="Days">1 or more.</param>
    public sealed record BusinessDays(int Days) : ResponseTarget;
}

