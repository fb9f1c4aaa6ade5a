using NodaTime;

namespace SocialOps.Time;

/// <summary>Optional extras on a target of open time.</summary>
/// <param name="OutOfHoursGrace">More open time for what starts while the calendar is closed, zero or more.</param>
/// <param name="ThenElapsed">Elapsed time after the open time is used up, zero or more ("business minutes, then real minutes").</param>
public sealed record TargetAdjustment(Duration OutOfHoursGrace = default, Duration ThenElapsed = default)
{
    /// <summary>The deadline of a target with the extras; <see langword="null"/> when there is none within 20 years. Pure.</summary>
    /// <param name="target">The target.</param>
    /// <param name="calendar">Whose open time counts.</param>
    /// <param name="start">The start.</param>
    /// <param name="boundary">When open time that is used up exactly at closing is due.</param>
    /// <exception cref="ArgumentOutOfRangeException">An extra is negative, the target is not greater than zero, or the start lies outside <see cref="BusinessCalendar.Range"/>.</exception>
    public Instant? DeadlineFrom(ResponseTarget.Within target, BusinessCalendar calendar, Instant start, DeadlineBoundary boundary = DeadlineBoundary.EndOfInterval)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(OutOfHoursGrace, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ThenElapsed, Duration.Zero);
        var adjusted = calendar.IsOpen(start) ? target : new ResponseTarget.Within(target.OpenTime + OutOfHoursGrace);
        return adjusted.DeadlineFrom(calendar, start, boundary) + ThenElapsed;
    }
}
