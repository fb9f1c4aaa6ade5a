using NodaTime;

namespace SocialOps.Time;

/// <summary>A target that depends on when the start lies (requirement 0.12): on a workday, at the weekend or on a holiday, or while the person on duty is in a meeting.</summary>
/// <param name="Workday">The target on Monday to Friday, holidays excepted; also where the others are not set.</param>
/// <param name="Weekend">The target on Saturdays, Sundays and holidays.</param>
/// <param name="InMeeting">The target while the person on duty is known to be in a meeting; it goes before <paramref name="Weekend"/>.</param>
public sealed record ResponseTargets(ResponseTarget Workday, ResponseTarget? Weekend = null, ResponseTarget? InMeeting = null)
{
    /// <summary>The class of time that a start falls in, by its date in the calendar's zone. An override does not change it: an opened Saturday stays a Saturday.</summary>
    /// <param name="calendar">Whose zone and holidays decide.</param>
    /// <param name="start">The start.</param>
    /// <param name="inMeeting">Whether the person on duty is known to be in a meeting: a fact that comes in.</param>
    public static TimeClass ClassOf(BusinessCalendar calendar, Instant start, bool inMeeting = false)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (inMeeting)
        {
            return TimeClass.InMeeting;
        }

        var date = start.InZone(calendar.Zone).Date;
        return date.DayOfWeek >= IsoDayOfWeek.Saturday || calendar.HolidayOn(date) is not null ? TimeClass.Weekend : TimeClass.Workday;
    }

    /// <summary>The target that holds for a start. Where the class has no target of its own: in a meeting that of the date, at the weekend that of the workday.</summary>
    /// <param name="calendar">Whose zone and holidays decide.</param>
    /// <param name="start">The start.</param>
    /// <param name="inMeeting">Whether the person on duty is known to be in a meeting: a fact that comes in.</param>
    public ResponseTarget TargetFor(BusinessCalendar calendar, Instant start, bool inMeeting = false)
        => ClassOf(calendar, start, inMeeting && InMeeting is not null) switch
        {
            TimeClass.InMeeting => InMeeting!,
            TimeClass.Weekend => Weekend ?? Workday,
            _ => Workday,
        };

    /// <summary>The deadline of the target that holds for a start; <see langword="null"/> when there is none within 20 years.</summary>
    /// <param name="calendar">Whose open time, zone and holidays count.</param>
    /// <param name="start">The start.</param>
    /// <param name="inMeeting">Whether the person on duty is known to be in a meeting: a fact that comes in.</param>
    /// <param name="boundary">When open time that is used up exactly at closing is due.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not greater than zero, or the start lies outside <see cref="BusinessCalendar.Range"/>.</exception>
    public Instant? DeadlineFrom(BusinessCalendar calendar, Instant start, bool inMeeting = false, DeadlineBoundary boundary = DeadlineBoundary.EndOfInterval)
        => TargetFor(calendar, start, inMeeting).DeadlineFrom(calendar, start, boundary);
}
