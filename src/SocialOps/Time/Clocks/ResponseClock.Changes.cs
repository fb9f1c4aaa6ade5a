using NodaTime;

namespace SocialOps.Time;

public sealed partial record ResponseClock
{
    /// <summary>The clock after something happened. A stopped clock does not change any more.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public ResponseClock Apply(ClockEvent happened, BusinessCalendar calendar)
        => happened switch
        {
            ClockEvent.Paused e => Pause(e.At, calendar),
            ClockEvent.Resumed e => Resume(e.At, calendar),
            ClockEvent.TargetChanged e => ChangeTarget(e.Target, e.At, calendar, calendar, e.Anchor, Policy),
            ClockEvent.Stopped e => Stop(e.At),
            null => throw new ArgumentNullException(nameof(happened)),
            _ => throw new NotSupportedException($"{happened.GetType().Name} is not a known event."),
        };

    /// <summary>Pauses from an instant on. No effect on a clock that is paused or stopped, or whose kind never pauses; a deadline that is passed by then stays.</summary>
    /// <param name="at">When, at or after the start.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public ResponseClock Pause(Instant at, BusinessCalendar calendar)
        => IsPaused ? this : CutOut(new(at), calendar);

    /// <summary>Ends the pause that lasts. No effect on a clock that is not paused.</summary>
    /// <param name="at">When, at or after the pause began.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public ResponseClock Resume(Instant at, BusinessCalendar calendar)
    {
        if (!IsPaused)
        {
            return this;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(at, Pauses[^1].From);
        return (this with { Pauses = ClockPause.Normalize([.. Pauses.SkipLast(1), Pauses[^1] with { To = at }]) }).Settle(calendar);
    }

    /// <summary>Cuts a pause out of the clock's time, in any order; what overlaps another counts once. No effect on a clock that has stopped, or whose kind never pauses.</summary>
    /// <param name="pause">The pause, at or after the start.</param>
    /// <param name="calendar">The clock's calendar.</param>
    public ResponseClock CutOut(ClockPause pause, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(pause);
        if (IsStopped || !Kind.CanPause())
        {
            return this;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(pause.From, StartedAt);
        return (this with { Pauses = ClockPause.Normalize([.. Pauses, pause]) }).Settle(calendar);
    }

    /// <summary>Stops the clock: what it waited for happened. Stopping again changes nothing.</summary>
    /// <param name="at">When, at or after the start.</param>
    public ResponseClock Stop(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, StartedAt);
        return IsStopped ? this : this with { StoppedAt = at };
    }

    /// <summary>
    /// Changes the target, the calendar, or both. What was consumed and the pauses stay (<see cref="TargetAnchor.Start"/>): time consumed over the old calendar is carried over as it was. A dated
    /// target counts from the start in any case. No effect on a clock that has stopped.
    /// </summary>
    /// <param name="target">The target from now on.</param>
    /// <param name="at">When the change takes effect, at or after the start.</param>
    /// <param name="calendar">The clock's calendar until now.</param>
    /// <param name="newCalendar">The clock's calendar from now on.</param>
    /// <param name="anchor">From when the new target counts.</param>
    /// <param name="policy">The version of the policy or agreement that the new target comes from.</param>
    public ResponseClock ChangeTarget(
        ResponseTarget target, Instant at, BusinessCalendar calendar, BusinessCalendar newCalendar, TargetAnchor anchor = TargetAnchor.Start, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(newCalendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(at, StartedAt);
        if (IsStopped)
        {
            return this;
        }

        var from = anchor == TargetAnchor.Start ? StartedAt : at;
        var changed = this with { Target = target, Budget = BudgetOf(target, newCalendar, from), Policy = policy, Calendar = newCalendar.Stamp };
        if (anchor == TargetAnchor.Change || target.IsDated)
        {
            return (changed with { CountsFrom = from, Carried = Duration.Zero }).Settle(newCalendar);
        }

        var counted = Target.IsDated ? changed with { CountsFrom = StartedAt, Carried = Duration.Zero } : changed;
        if (ReferenceEquals(calendar, newCalendar) || at <= CountsFrom)
        {
            return counted.Settle(newCalendar);
        }

        // The old calendar decides up to the change: what is consumed, and, where that is all, when it was.
        return (counted with
        {
            Deadline = counted.When(counted.Budget, calendar),
            Carried = counted.Consumed(at, calendar),
            CountsFrom = at,
        }).Settle(newCalendar);
    }

    private ResponseClock Settle(BusinessCalendar calendar) => Carried >= Budget ? this : this with { Deadline = When(Budget, calendar) };
}
