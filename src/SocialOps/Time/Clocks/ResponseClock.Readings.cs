using NodaTime;

namespace SocialOps.Time;

public sealed partial record ResponseClock
{
    /// <summary>What is consumed by an instant: open time, or elapsed time where the target is dated; without the pauses. More than the budget after the deadline.</summary>
    /// <param name="now">The instant asked for; before <see cref="CountsFrom"/> nothing is counted beyond what was carried.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public Duration Consumed(Instant now, BusinessCalendar calendar)
    {
        var end = StoppedAt is { } stopped ? Instant.Min(stopped, now) : now;
        var counting = Counting(calendar);
        var consumed = Carried;
        foreach (var (from, to) in Running())
        {
            if (from < end)
            {
                consumed += counting.Between(from, to is { } until ? Instant.Min(until, end) : end);
            }
        }

        return consumed;
    }

    /// <summary>What is left at an instant; zero once the budget is consumed.</summary>
    /// <param name="now">The instant asked for.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public Duration Remaining(Instant now, BusinessCalendar calendar) => Duration.Max(Duration.Zero, Budget - Consumed(now, calendar));

    /// <summary>When so many per cent of the budget are consumed, by the arithmetic of the deadline (100 gives the deadline; more than 100 lies after it); <see langword="null"/> when a pause or "never" comes first.</summary>
    /// <param name="percent">0 or more.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public Instant? AtPercent(int percent, BusinessCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        return When(Duration.FromTicks((long)((Int128)Budget.BclCompatibleTicks * percent / 100)), calendar);
    }

    /// <summary>When so much is left, counted as the budget is; the start when the budget is less than that. A negative amount lies after the deadline. <see langword="null"/> when a pause or "never" comes first.</summary>
    /// <param name="left">What is left.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public Instant? BeforeDeadline(Duration left, BusinessCalendar calendar) => left >= Budget ? CountsFrom : When(Budget - left, calendar);

    /// <summary>The open time and the elapsed time from the start until the clock stopped or the instant asked for: an answer in the same closed time took no open time, however long it took.</summary>
    /// <param name="now">The instant asked for.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public (Duration OpenTime, Duration Elapsed) Taken(Instant now, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var end = StoppedAt is { } stopped ? Instant.Min(stopped, now) : now;
        return (calendar.Between(StartedAt, end), end - StartedAt);
    }

    /// <summary>Why the deadline is when it is, from <see cref="CountsFrom"/> on: the computation of the deadline, which also tells what it passed. What was carried over counts as used up before.</summary>
    /// <param name="calendar">The clock's calendar.</param>
    public DeadlineExplanation Explain(BusinessCalendar calendar)
    {
        var pieces = new List<ExplanationPiece>();
        var deadline = Carried >= Budget ? Deadline : When(Budget, calendar, pieces);
        return new() { Start = CountsFrom, Budget = Duration.Max(Duration.Zero, Budget - Carried), Deadline = deadline, Zone = calendar.Zone, Pieces = pieces };
    }

    private BusinessCalendar Counting(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Target.IsDated ? BusinessCalendar.Elapsed : calendar;
    }

    /// <summary>When so much is consumed. What was consumed before the calendar changed is said to be so at the change.</summary>
    private Instant? When(Duration consumed, BusinessCalendar calendar, List<ExplanationPiece>? trace = null)
    {
        var left = consumed - Carried;
        if (left < Duration.Zero)
        {
            return CountsFrom;
        }

        var counting = Counting(calendar);
        var at = CountsFrom;
        foreach (var (from, to) in Running())
        {
            TracePause(at, from, trace);
            if (to is not { } until || counting.Between(from, until) >= left)
            {
                return counting.Add(from, left, Boundary, trace);
            }

            left -= counting.Between(from, until, trace);
            at = until;
        }

        return null;
    }

    private static void TracePause(Instant from, Instant to, List<ExplanationPiece>? trace)
    {
        if (from < to)
        {
            trace?.Add(new(new(from, to), PieceKind.Pause));
        }
    }

    /// <summary>The stretches from <see cref="CountsFrom"/> on in which the clock is not paused, in order; the last is open-ended unless a pause lasts.</summary>
    private IEnumerable<(Instant From, Instant? To)> Running()
    {
        var from = CountsFrom;
        foreach (var pause in Pauses)
        {
            if (pause.From > from)
            {
                yield return (from, pause.From);
            }

            if (pause.To is not { } to)
            {
                yield break;
            }

            from = Instant.Max(from, to);
        }

        yield return (from, null);
    }
}
