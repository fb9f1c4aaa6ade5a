using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall.Calendars;

/// <summary>One event, or one repetition of one, half-open [from, to).</summary>
/// <param name="Uid">The event's uid.</param>
/// <param name="Summary">What people read.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="FirstOn">The first day, for an event of whole days.</param>
/// <param name="LastOn">The last day, inclusive, for an event of whole days.</param>
public sealed record ImportedEvent(string Uid, string Summary, Instant From, Instant To, LocalDate? FirstOn = null, LocalDate? LastOn = null)
{
    /// <summary>The event as an absence of whole days in the person's own zone; <see langword="null"/> for one with hours.</summary>
    /// <param name="deputy">Who stands in.</param>
    public Absence? ToAbsence(PersonId? deputy = null) => this is { FirstOn: { } first, LastOn: { } last } ? new(first, last, deputy, Summary) : null;

    /// <summary>The event as an absence between two instants.</summary>
    /// <param name="deputy">Who stands in.</param>
    public TimedAbsence ToTimedAbsence(PersonId? deputy = null) => new(From, To, deputy, Summary);

    /// <summary>The event as a shift: an override in a schedule's local time.</summary>
    /// <param name="id">The override's id.</param>
    /// <param name="person">Who is on duty.</param>
    /// <param name="zone">The schedule's IANA zone id.</param>
    /// <param name="kind">What it does.</param>
    /// <exception cref="ArgumentException">The zone is unknown, or the event begins and ends in one repeated hour, once in each pass: local times cannot say so.</exception>
    public ShiftOverride ToOverride(string id, PersonId person, string zone, OverrideKind kind = OverrideKind.Take)
    {
        var (from, to) = (From.InZone(TimeZones.Get(zone)).LocalDateTime, To.InZone(TimeZones.Get(zone)).LocalDateTime);
        foreach (var choice in new LocalTimeChoice?[] { null, LocalTimeChoice.Later })
        {
            if (LocalTimes.Resolve(from, TimeZones.Get(zone), choice) == From && LocalTimes.Resolve(to, TimeZones.Get(zone), choice) == To)
            {
                return new(id, kind, from, to, person, Reason: Summary) { LocalTimes = choice };
            }
        }

        throw new ArgumentException($"'{Uid}' lies in a repeated hour of {zone} such that local times cannot say when.", nameof(zone));
    }
}
