using SocialOps.Time;

namespace SocialOps.Definitions.Validation;

/// <summary>Business calendars: the zone, then all that makes a calendar compile.</summary>
internal static class CalendarRules
{
    public static void Check(AgencyDefinition agency, Findings findings)
    {
        foreach (var calendar in agency.Calendars)
        {
            var path = $"calendars[{calendar.Id}]";
            ZoneRules.Check($"{path}.zone", calendar.Zone, findings);
            findings.Take(path, BusinessCalendar.Validate(calendar));
        }
    }
}
