using NodaTime;
using NodaTime.Text;
using SocialOps.OnCall.Engine;
using SocialOps.People;

namespace SocialOps.OnCall.Calendars;

/// <summary>Duties as events. The uid counts the stretches of a turn from the turn's own beginning, so it does not depend on where the feed begins.</summary>
internal static class FeedEvents
{
    internal static IEnumerable<(PersonId Person, CalendarEvent Event)> Of(OnCallSchedule schedule, Instant from, Instant to)
    {
        var counts = new Dictionary<(PersonId, DutySource), int>();
        foreach (var duty in schedule.DutiesBetween(Begin(schedule.Model, from), to))
        {
            var number = counts[(duty.Person, duty.Source)] = counts.GetValueOrDefault((duty.Person, duty.Source)) + 1;
            if (duty.To <= from)
            {
                continue;
            }

            var source = duty.Source;
            var place = source.Override is { } one ? $"{source.Layer}.{source.Turn}.{one}" : $"{source.Layer}.{source.Turn}";
            var name = schedule.People.GetValueOrDefault(duty.Person)?.Name ?? duty.Person.Value;
            yield return (duty.Person, new($"{schedule.Definition.Id}.{place}.{duty.Person}.{number}@socialops", $"On call: {name}", duty.From, duty.To));
        }
    }

    internal static IEnumerable<CalendarEvent> Absences(PersonDefinition person)
    {
        var zone = Time.TimeZones.Find(person.Zone) ?? DateTimeZone.Utc;
        var approved = person.Absences.Where(absence => absence.State == AbsenceState.Approved).ToList();
        return approved.Select((absence, i) => new CalendarEvent(
            $"{person.Id}.absence.{LocalDatePattern.Iso.Format(absence.FirstOn)}.{approved.Take(i).Count(other => other.FirstOn == absence.FirstOn)}@socialops",
            $"{person.Name}: {absence.Reason ?? "absent"}",
            LocalTimes.Resolve(absence.FirstOn.AtMidnight(), zone),
            LocalTimes.Resolve(absence.LastOn.PlusDays(1).AtMidnight(), zone)) { FirstOn = absence.FirstOn, LastOn = absence.LastOn });
    }

    /// <summary>The earliest begin of a turn or an exception that holds at an instant.</summary>
    private static Instant Begin(DutyModel model, Instant from)
    {
        var (begin, instant) = (Ticks.Of(from), Ticks.Of(from));
        var (local, until) = (model.Clock.At(instant), long.MaxValue);
        foreach (var turns in model.Layers.Where(layer => layer.HasSlots).Select(layer => layer.Turns))
        {
            var start = turns.StartOf(turns.At(instant, local, ref until));
            begin = Math.Min(begin, turns.IsElapsed ? start : Ticks.Of(LocalTimes.Resolve(Ticks.ToLocal(start), model.Clock.Zone)));
        }

        foreach (var exception in model.ExceptionIndex.At(instant, ref until))
        {
            var id = model.Exceptions[exception].Id;
            begin = Math.Min(begin, model.Exceptions.Where(one => one.Id == id).Min(one => one.From));
        }

        return Ticks.ToInstant(begin);
    }
}
