using System.Text.Json.Serialization;
using NodaTime;

namespace SocialOps.Time;

/// <summary>
/// One promise on its way, as an immutable value without a clock of its own: every question takes the instant it is asked for. Its deadline is settled when something happens and kept, so that
/// a later change of a calendar never rewrites what was. A <see cref="ResponseTarget.Within"/> counts open time of the calendar, a dated target counts elapsed time towards its moment.
/// A deadline is met by whatever happens at it or before; the breach is strictly after it.
/// </summary>
public sealed partial record ResponseClock
{
    /// <summary>Which of the four clocks.</summary>
    public required ResponseClockKind Kind { get; init; }

    /// <summary>The target in force.</summary>
    public required ResponseTarget Target { get; init; }

    /// <summary>When a budget that is used up exactly at closing is due: pinned at the start.</summary>
    public DeadlineBoundary Boundary { get; init; }

    /// <summary>When the clock started.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Since when the calendar in <see cref="Calendar"/> counts: the start, unless the calendar or the anchor changed.</summary>
    public required Instant CountsFrom { get; init; }

    /// <summary>What had been consumed by <see cref="CountsFrom"/>, over the calendars before.</summary>
    public Duration Carried { get; init; }

    /// <summary>What may be consumed: open time, or elapsed time where the target is dated.</summary>
    public required Duration Budget { get; init; }

    /// <summary>The pauses, in order, apart from each other.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];

    /// <summary>When the clock stopped; <see langword="null"/> while it has not.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>The deadline; <see langword="null"/> while the clock is paused with something left, and when it is never within 20 years.</summary>
    public Instant? Deadline { get; init; }

    /// <summary>The calendar and time zone data that the deadline was computed with.</summary>
    public required CalendarStamp Calendar { get; init; }

    /// <summary>The version of the policy or agreement that the target comes from, as its caller gave it.</summary>
    public string? Policy { get; init; }

    /// <summary>Whether the clock has stopped.</summary>
    [JsonIgnore]
    public bool IsStopped => StoppedAt is not null;

    /// <summary>Whether the clock is paused now: begun to pause, and neither resumed nor stopped.</summary>
    [JsonIgnore]
    public bool IsPaused => !IsStopped && Pauses.Count > 0 && Pauses[^1].To is null;

    /// <summary>When the breach is due: one microsecond after the deadline. <see langword="null"/> where there is no deadline or the clock has stopped in time.</summary>
    [JsonIgnore]
    public Instant? BreachAt => Deadline is { } deadline && !(StoppedAt <= deadline) ? deadline + Duration.FromNanoseconds(1000) : null;

    /// <summary>Whether the promise is broken at an instant: strictly after the deadline and not stopped by then. This is the one place that decides it.</summary>
    /// <param name="now">The instant asked for.</param>
    public bool IsBreached(Instant now) => Deadline is { } deadline && (StoppedAt is { } stopped ? Instant.Min(stopped, now) : now) > deadline;

    /// <summary>Starts a clock.</summary>
    /// <param name="kind">Which of the four.</param>
    /// <param name="target">The target.</param>
    /// <param name="calendar">Whose open time and local time count.</param>
    /// <param name="at">The start.</param>
    /// <param name="boundary">When a budget that is used up exactly at closing is due.</param>
    /// <param name="policy">The version of the policy or agreement that the target comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not greater than zero, or the start lies outside <see cref="BusinessCalendar.Range"/>.</exception>
    public static ResponseClock Start(
        ResponseClockKind kind, ResponseTarget target, BusinessCalendar calendar, Instant at, DeadlineBoundary boundary = DeadlineBoundary.EndOfInterval, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(calendar);
        var clock = new ResponseClock
        {
            Kind = kind,
            Target = target,
            Boundary = boundary,
            StartedAt = at,
            CountsFrom = at,
            Budget = BudgetOf(target, calendar, at),
            Calendar = calendar.Stamp,
            Policy = policy,
        };
        return clock.Settle(calendar);
    }

    /// <summary>A clock from its start and what happened since, in order of time whatever order they come in.</summary>
    /// <param name="started">The clock as it started.</param>
    /// <param name="events">What happened.</param>
    /// <param name="calendar">The calendar that the clock started with.</param>
    public static ResponseClock From(ResponseClock started, IEnumerable<ClockEvent> events, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(started);
        ArgumentNullException.ThrowIfNull(events);
        return events.OrderBy(e => e.At).Aggregate(started, (clock, e) => clock.Apply(e, calendar));
    }

    /// <summary>Whether two clocks say the same.</summary>
    public bool Equals(ResponseClock? other)
        => other is not null
            && (Kind, Target, Boundary, StartedAt, CountsFrom, Carried, Budget) == (other.Kind, other.Target, other.Boundary, other.StartedAt, other.CountsFrom, other.Carried, other.Budget)
            && (StoppedAt, Deadline, Calendar, Policy) == (other.StoppedAt, other.Deadline, other.Calendar, other.Policy)
            && Pauses.SequenceEqual(other.Pauses);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Target, StartedAt, Budget, Pauses.Count, StoppedAt, Deadline);

    private static Duration BudgetOf(ResponseTarget target, BusinessCalendar calendar, Instant start)
    {
        // Also refuses targets of zero or less, and starts out of range.
        var deadline = target.DeadlineFrom(calendar, start);
        return target is ResponseTarget.Within within ? within.OpenTime : deadline - start ?? Beyond;
    }

    /// <summary>More than a search looks: never.</summary>
    private static readonly Duration Beyond = Duration.FromDays(8000);
}
