using NodaTime;
using SocialOps.Time.Compiled;

namespace SocialOps.Time;

public sealed partial class BusinessCalendar
{
    /// <summary>Whether the calendar is open at an instant: an opening instant is open, a closing instant is closed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside <see cref="Range"/>.</exception>
    public bool IsOpen(Instant at)
    {
        var time = TicksOf(at);
        return TableAt(time).IsOpen(time);
    }

    /// <summary>
    /// The deadline: the earliest instant at which the open time since <paramref name="start"/> equals the budget, or <see langword="null"/> when that is never within 20 years.
    /// A budget of zero gives the start when it is open, otherwise the next opening.
    /// </summary>
    /// <param name="start">Any instant, open or closed.</param>
    /// <param name="openTime">The budget of open time, zero or more.</param>
    /// <param name="boundary">When a budget that is used up exactly at closing is due.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is negative, or the start lies outside <see cref="Range"/>.</exception>
    public Instant? Add(Instant start, Duration openTime, DeadlineBoundary boundary = DeadlineBoundary.EndOfInterval)
    {
        var time = TicksOf(start);
        var budget = BudgetOf(openTime);
        var table = TableAt(time);
        var open = table.OpenBefore(time) + budget;
        if (budget > 0 && open <= table.Total && boundary == DeadlineBoundary.EndOfInterval)
        {
            return Ticks.ToInstant(table.Reach(open));
        }

        return AddFar(time, open, budget, boundary);
    }

    /// <summary>
    /// The mirror of <see cref="Add(Instant, Duration, DeadlineBoundary)"/>: the latest instant from which the open time until <paramref name="end"/> equals the budget, or <see langword="null"/> when that is never within 20 years.
    /// A budget that is used up exactly at an opening gives the opening. A budget of zero gives the end when the calendar is open right before it, otherwise the previous closing.
    /// </summary>
    /// <param name="end">Any instant, open or closed.</param>
    /// <param name="openTime">The budget of open time, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is negative, or the end lies outside <see cref="Range"/>.</exception>
    public Instant? Subtract(Instant end, Duration openTime)
    {
        var time = TicksOf(end);
        var budget = BudgetOf(openTime);
        if (budget == 0)
        {
            return _tables.Get(OpenTables.BlockOf(time - 1)).IsOpen(time - 1) ? Ticks.ToInstant(time) : PreviousClosing(end);
        }

        var earliest = Math.Max(Ticks.First, time - Ticks.Horizon);
        var block = OpenTables.BlockOf(time);
        var open = _tables.Get(block).OpenBefore(time) - budget;
        while (open < 0)
        {
            if (OpenTables.StartOf(block) <= earliest)
            {
                return null;
            }

            open += _tables.Get(--block).Total;
        }

        var start = _tables.Get(block).ReachOpen(open);
        return start < earliest ? null : Ticks.ToInstant(start);
    }

    /// <summary>The open time in [from, to); negative when <paramref name="to"/> lies before <paramref name="from"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies outside <see cref="Range"/>.</exception>
    public Duration Between(Instant from, Instant to)
    {
        var (a, b) = (TicksOf(from), TicksOf(to));
        return Duration.FromTicks(a <= b ? OpenBetween(a, b) : -OpenBetween(b, a));
    }

    /// <summary>The table that holds a time: the one last asked for spares three steps through memory, which is what counts when calendars are many and cold.</summary>
    private OpenTable TableAt(long time)
    {
        var block = OpenTables.BlockOf(time);
        return _recent is { } table && table.Block == block ? table : _recent = _tables.Get(block);
    }

    private long OpenBetween(long from, long to)
    {
        var table = TableAt(from);
        if (table.Block == OpenTables.BlockOf(to))
        {
            return table.OpenBefore(to) - table.OpenBefore(from);
        }

        var (first, last) = (OpenTables.BlockOf(from), OpenTables.BlockOf(to));
        var open = _tables.Get(last).OpenBefore(to) - _tables.Get(first).OpenBefore(from);
        for (var block = first; block < last; block++)
        {
            open += _tables.Get(block).Total;
        }

        return open;
    }

    private Instant? AddFar(long start, long open, long budget, DeadlineBoundary boundary)
    {
        var latest = Math.Min(Ticks.Last, start + Ticks.Horizon);
        var isAtOpening = budget == 0 || boundary == DeadlineBoundary.NextOpening;
        if (budget == 0 && IsOpen(Ticks.ToInstant(start)))
        {
            return Ticks.ToInstant(start);
        }

        for (var block = OpenTables.BlockOf(start); OpenTables.StartOf(block) <= latest; block++)
        {
            var table = _tables.Get(block);
            if (isAtOpening ? open < table.Total : open <= table.Total)
            {
                var end = isAtOpening ? table.ReachOpen(open) : table.Reach(open);
                return end > latest ? null : Ticks.ToInstant(end);
            }

            open -= table.Total;
        }

        return null;
    }

    private static long TicksOf(Instant at, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(at))] string? name = null)
    {
        var ticks = at.ToUnixTimeTicks();
        if (ticks < Ticks.First || ticks > Ticks.Last)
        {
            ThrowOutside(at, name);
        }

        return ticks;
    }

    private static void ThrowOutside(Instant at, string? name)
        => throw new ArgumentOutOfRangeException(name, at, "Calendars answer for the years 1800 to 2400.");

    private static long BudgetOf(Duration openTime)
    {
        if (openTime < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(openTime), openTime, "A budget is zero or more.");
        }

        return openTime.Days > MaxBudgetDays ? Ticks.Never : openTime.BclCompatibleTicks;
    }

    /// <summary>More days than the calendars' whole range has: no such budget is ever used up.</summary>
    private const int MaxBudgetDays = 400_000;
}
