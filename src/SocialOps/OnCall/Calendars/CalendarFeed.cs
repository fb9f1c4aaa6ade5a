using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Calendars;

/// <summary>
/// The shifts of a schedule, or of one person, as a calendar that others subscribe to. A feed is made from the one before it: unchanged events keep their sequence, changed ones count
/// it up, and what has gone stays as cancelled until its time has passed. Immutable; the same input gives the same bytes.
/// </summary>
/// <param name="Name">The calendar's name.</param>
/// <param name="Zone">The IANA zone in which people read it.</param>
/// <param name="Events">The events, by begin, then by uid.</param>
public sealed record CalendarFeed(string Name, string Zone, IReadOnlyList<CalendarEvent> Events)
{
    /// <summary>The feed of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="now">The instant of making it: when what has changed is said to have changed.</param>
    /// <param name="previous">The feed before it; <see langword="null"/> for the first.</param>
    public static CalendarFeed Of(OnCallSchedule schedule, Instant from, Instant to, Instant now, CalendarFeed? previous = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var events = FeedEvents.Of(schedule, from, to).Select(pair => pair.Event);
        return After(previous, new($"On call: {schedule.Definition.Id}", schedule.Definition.Zone, [.. events]), from, now);
    }

    /// <summary>The feed of one person: the duties and, as whole days, the approved absences.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="person">The person; the calendar is in their zone.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="now">The instant of making it.</param>
    /// <param name="previous">The feed before it; <see langword="null"/> for the first.</param>
    public static CalendarFeed Of(OnCallSchedule schedule, PersonId person, Instant from, Instant to, Instant now, CalendarFeed? previous = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var known = schedule.People.GetValueOrDefault(person);
        var duties = FeedEvents.Of(schedule, from, to).Where(pair => pair.Person == person).Select(pair => pair.Event);
        var absences = known is null ? [] : FeedEvents.Absences(known).Where(one => one.From < to && from < one.To);
        return After(previous, new($"On call: {person}", known?.Zone ?? schedule.Definition.Zone, [.. duties, .. absences]), from, now);
    }

    /// <summary>The text of the calendar, as RFC 5545 writes it: UTC instants, lines folded at 75 octets, CRLF.</summary>
    public string ToText() => CalendarWriter.Write(this);

    private static CalendarFeed After(CalendarFeed? previous, CalendarFeed fresh, Instant from, Instant now)
    {
        var before = (previous?.Events ?? []).ToDictionary(one => one.Uid, StringComparer.Ordinal);
        var events = new List<CalendarEvent>();
        foreach (var one in fresh.Events)
        {
            events.Add(!before.Remove(one.Uid, out var old) ? one with { ChangedAt = now } : one.SaysTheSameAs(old) ? old : one with { Sequence = old.Sequence + 1, ChangedAt = now });
        }

        foreach (var gone in before.Values.Where(old => old.To > from))
        {
            events.Add(gone.IsCancelled ? gone : gone with { IsCancelled = true, Sequence = gone.Sequence + 1, ChangedAt = now });
        }

        return fresh with { Events = [.. events.OrderBy(one => one.From).ThenBy(one => one.Uid, StringComparer.Ordinal)] };
    }
}
