using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.Time;

namespace SocialOps.OnCall.Coverage;

/// <summary>The hours of a promise. Immutable and thread-safe.</summary>
public abstract class CoverageHours
{
    private protected CoverageHours()
    {
    }

    /// <summary>24 hours on 7 days.</summary>
    public static CoverageHours Always { get; } = new Weekly(null, DateTimeZone.Utc);

    /// <summary>Some hours of the week, for ever.</summary>
    /// <param name="zone">The IANA time zone id in which they lie; skipped and repeated local times by the library's one rule.</param>
    /// <param name="hours">The hours; touching and overlapping ones are one.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static CoverageHours EachWeek(string zone, params IReadOnlyList<TimeRestriction> hours) => new Weekly(new WeekPattern(hours), TimeZones.Get(zone));

    /// <summary>The open hours of a calendar, with its holidays, other hours and breaks.</summary>
    /// <param name="calendar">The calendar.</param>
    public static CoverageHours Of(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new Listed((from, to) => calendar.OpenFrom(from).TakeWhile(open => open.Start < to));
    }

    /// <summary>These stretches.</summary>
    /// <param name="stretches">Half-open, ascending, not overlapping, with start and end.</param>
    public static CoverageHours Of(IReadOnlyList<Interval> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        return new Listed((_, _) => stretches);
    }

    /// <summary>The stretches within [from, to), ascending.</summary>
    internal abstract IEnumerable<(long From, long Until)> Within(long from, long to);

    /// <summary>Hours of the week, or all of them.</summary>
    internal sealed class Weekly(WeekPattern? pattern, DateTimeZone zone) : CoverageHours
    {
        internal ZoneClock Clock { get; } = ZoneClock.Of(zone);

        internal override IEnumerable<(long From, long Until)> Within(long from, long to)
        {
            if (pattern is null)
            {
                yield return (from, to);
                yield break;
            }

            for (var at = from; at < to;)
            {
                var local = Clock.At(at);
                var open = pattern.Contains(local.Local, out var next);
                var end = Math.Min(local.InstantOf(next), to);
                if (open)
                {
                    yield return (at, end);
                }

                at = end;
            }
        }
    }

    private sealed class Listed(Func<Instant, Instant, IEnumerable<Interval>> stretches) : CoverageHours
    {
        internal override IEnumerable<(long From, long Until)> Within(long from, long to)
        {
            foreach (var stretch in stretches(Ticks.ToInstant(from), Ticks.ToInstant(to)))
            {
                var (start, end) = (Math.Max(Ticks.Of(stretch.Start), from), Math.Min(stretch.HasEnd ? Ticks.Of(stretch.End) : to, to));
                if (start < end)
                {
                    yield return (start, end);
                }
            }
        }
    }
}
